import { useState } from 'react';
import { usePage } from '../app/page/use-page.tsx';
import { graphql } from '../gql/gql.ts';
import { texts } from '../texts.ts';
import { useAddressHash } from '../ui/address-hash.ts';
import { Message } from '../ui/message.tsx';
import { Page, PageHead } from '../ui/page-layout.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { ReasonGroup } from './reason-group.tsx';

const ReasonsPageDocument = graphql(`
  query ReasonsPage {
    reasonCatalog {
      code
      message
      actor
      steps
      ...ReasonEntry
    }
  }
`);

/** Those who have something to do first. */
const actors = ['PROVIDER_ADMIN', 'CUSTOMER_ADMIN', 'TENANTATLAS', 'MICROSOFT', 'NOBODY'] as const;

/** `#code` names a reason; reports link to it. */
export function ReasonsPage() {
  const { title, lead, search: label, none, noneAbout } = texts.reasons;
  const [search, setSearch] = useState('');
  const target = useAddressHash();
  const page = usePage(
    ReasonsPageDocument,
    {},
    { of: ({ reasonCatalog }) => reasonCatalog, title: () => title, skeleton: <Skeleton /> },
  );
  if (page.shown === null) return page.instead;
  const wanted = search.trim().toLowerCase();
  const found = page.shown.filter(({ code, message, steps }) =>
    [code, message, ...steps].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <Page>
      <PageHead title={title} below={lead} />
      <SearchField label={label} value={search} onChange={setSearch} />
      {found.length === 0 && (
        <Message badge={{ color: 'NEUTRAL', icon: 'question-circle' }} title={none} about={noneAbout} />
      )}
      {actors.map((actor) => (
        <ReasonGroup
          key={actor}
          title={texts.reasons.actors[actor]}
          reasons={found.filter((reason) => reason.actor === actor)}
          target={target}
          searching={wanted !== ''}
        />
      ))}
    </Page>
  );
}

function Skeleton() {
  const { title, lead } = texts.reasons;
  const panels = actors.map((actor) => ({ title: texts.reasons.actors[actor], rows: 1 }));
  return <PageSkeleton top title={title} lead={lead} panels={panels} />;
}
