import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import { Duration, Elapsed } from '../../ui/time.tsx';

const RunTimeFragment = graphql(`
  fragment RunTime on OperationRun {
    version
    status
    createdAt
    startedAt
    durationMs
  }
`);

/** How long it took, or how long it has been going on: ticking. */
export function RunTime({ run }: { run: FragmentType<typeof RunTimeFragment> }) {
  const { status, createdAt, startedAt, durationMs } = readFragment(RunTimeFragment, run);
  if (status === 'COMPLETED') return <Duration ms={durationMs ?? 0} />;
  return <Elapsed since={startedAt ?? createdAt} />;
}
