import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { Facts, type Fact } from '../ui/facts.tsx';
import { Panel } from '../ui/panel.tsx';

const RunCountsFragment = graphql(`
  fragment RunCounts on OperationRun {
    version
    summaryCounts
  }
`);

/** The progress bar and the report say these. */
const saidElsewhere = ['completed', 'total'];

/** What an operation without a report has counted, under the names that scripts know. */
export function RunCounts({ run }: { run: FragmentType<typeof RunCountsFragment> }) {
  const { summaryCounts } = readFragment(RunCountsFragment, run);
  const facts = toFacts(summaryCounts);
  if (facts.length === 0) return null;
  return (
    <Panel title={texts.run.counts}>
      <Facts facts={facts} />
    </Panel>
  );
}

function toFacts(counts: unknown): Fact[] {
  if (counts === null || typeof counts !== 'object') return [];
  return Object.entries(counts).flatMap(([name, count]) =>
    typeof count === 'number' && !saidElsewhere.includes(name)
      ? [{ term: toWords(name), value: new Intl.NumberFormat(texts.locale).format(count) }]
      : [],
  );
}

function toWords(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
