import { Button } from '@fluentui/react-components';
import { toFailures } from '../../api/failure.ts';
import { texts } from '../../texts.ts';
import { Message } from '../../ui/message.tsx';
import { Page, PageHead } from '../../ui/page-layout.tsx';
import { Panel } from '../../ui/panel.tsx';

/** Whether it is the tenant the list was asked for that is not there: the workspace itself is. */
export function isTenantUnknown(error: unknown): boolean {
  return toFailures(error).some(
    ({ kind, path }) => kind === 'not-found' && path[0] === 'workspace' && path.length > 1,
  );
}

export interface UnknownTenantProps {
  readonly title: string;
  readonly panel: string;
  readonly onAll: () => void;
}

/** In place of a list that was asked for one tenant, which does not exist for this person. */
export function UnknownTenant({ title, panel, onAll }: UnknownTenantProps) {
  const { unknown, unknownAbout, all } = texts.tenantChoice;
  return (
    <Page>
      <PageHead title={title} />
      <Panel title={panel}>
        <Message
          badge={{ color: 'NEUTRAL', icon: 'question-circle' }}
          title={unknown}
          about={unknownAbout}
          actions={<Button onClick={onAll}>{all}</Button>}
        />
      </Panel>
    </Page>
  );
}
