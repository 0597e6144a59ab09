import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { ButtonLink } from '../ui/links.tsx';
import { Notice } from '../ui/notice.tsx';

const RehearsalNoticeFragment = graphql(`
  fragment RehearsalNotice on OperationRun {
    version
    isRehearsal
    tenant {
      id
    }
    providerConnection {
      id
    }
  }
`);

/** Else its verdict would be taken for one about the credential in use. */
export function RehearsalNotice({ run }: { run: FragmentType<typeof RehearsalNoticeFragment> }) {
  const { isRehearsal, tenant, providerConnection } = readFragment(RehearsalNoticeFragment, run);
  if (!isRehearsal) return null;
  return (
    <Notice tone="INFO" title={texts.run.rehearsal}>
      <span>{texts.run.rehearsalAbout}</span>
      {tenant !== null && providerConnection !== null && (
        <div>
          <ButtonLink href={`${paths.connection(tenant.id, providerConnection.id)}#credential`} size="small">
            {texts.run.rehearsalLink}
          </ButtonLink>
        </div>
      )}
    </Notice>
  );
}
