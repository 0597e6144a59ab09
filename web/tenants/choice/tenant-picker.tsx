import { useQuery } from '@apollo/client/react';
import { Combobox, makeStyles, Option, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react';
import { nextCursor } from '../../api/list-page.ts';
import { graphql } from '../../gql/gql.ts';
import type { TenantPickerQuery as TenantPickerData } from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { textOf } from '../../ui/filter-params.ts';
import { Quiet } from '../../ui/quiet.tsx';
import { pauseMs } from '../../ui/search-field.tsx';
import { Stack } from '../../ui/stack.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

const TenantPickerQuery = graphql(`
  query TenantPicker($workspaceId: ID!, $search: String, $after: String, $first: Int!) {
    workspace(id: $workspaceId) {
      id
      tenants(search: $search, after: $after, first: $first) {
        edges {
          cursor
          node {
            id
            name
            status
            graphTenantId
            statusBadge {
              label
            }
            actions {
              ...Action
            }
          }
        }
        pageInfo {
          ...PageInfo
        }
        totalCount
      }
    }
  }
`);

type Tenants = NonNullable<TenantPickerData['workspace']>['tenants'];
export type PickedTenant = Tenants['edges'][number]['node'];

/** Twice what the open list shows at once. */
const pageSize = 20;

const useStyles = makeStyles({
  field: { width: '220px', flexGrow: 1, minWidth: 0, maxWidth: '100%' },
  input: { minWidth: 0, width: '100%' },
  // About eight tenants, and never higher than half a small window.
  list: { maxHeight: 'min(360px, 50vh)' },
  foot: { padding: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground3 },
});

export interface TenantPickerProps {
  readonly workspaceId: string;
  readonly onPick: (tenant: PickedTenant) => void;
  /** Closed by Escape or the field's arrow: the focus is still here. */
  readonly onDismiss: () => void;
  /** The focus has gone elsewhere. */
  readonly onLeave: () => void;
}

/** Asks the API with every word; the list continues when its end comes near. */
export function TenantPicker({ workspaceId, onPick, onDismiss, onLeave }: TenantPickerProps) {
  const styles = useStyles();
  const fieldId = useId();
  useEffect(() => document.getElementById(fieldId)?.focus(), [fieldId]);
  const [text, setText] = useState('');
  const tenants = useTenants(workspaceId, text);
  const rows = tenants.list?.edges.map(({ node }) => node) ?? [];
  const state = toState(tenants, rows.length);
  return (
    <>
      <VisuallyHidden live>{state}</VisuallyHidden>
      <Combobox
        id={fieldId}
        freeform
        open
        // Always open: there is nothing to unfold.
        expandIcon={null}
        // In its landmark and in its dialog, and fixed, because panels clip what reaches over their edge.
        inlinePopup
        positioning={{ strategy: 'fixed', position: 'below', align: 'start', autoSize: false }}
        className={styles.field}
        input={{ className: styles.input, 'aria-label': texts.tenantChoice.label }}
        listbox={{ className: styles.list }}
        placeholder={texts.tenantChoice.search}
        value={text}
        selectedOptions={[]}
        onChange={({ target }) => setText(target.value)}
        onOptionSelect={(_event, { optionValue }) => {
          const picked = rows.find(({ id }) => id === optionValue);
          if (picked !== undefined) onPick(picked);
        }}
        onOpenChange={(event, { open }) => {
          if (!open) (event.type === 'blur' ? onLeave : onDismiss)();
        }}
        onKeyDown={keepsEscape(onDismiss)}
      >
        {rows.map((tenant) => (
          <Option key={tenant.id} value={tenant.id} text={tenant.name}>
            <TenantOption tenant={tenant} />
          </Option>
        ))}
        <Foot tenants={tenants} state={state} />
      </Combobox>
    </>
  );
}

/** Escape ends the choice, not the dialog it may be in. */
function keepsEscape(onDismiss: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onDismiss();
  };
}

function useTenants(workspaceId: string, text: string) {
  const [search, setSearch] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(textOf(text)), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, previousData, error, fetchMore } = useQuery(TenantPickerQuery, {
    variables: { workspaceId, search, first: pageSize },
  });
  const list = (data ?? previousData)?.workspace?.tenants ?? null;
  const after = list === null ? null : nextCursor(list.pageInfo);
  return {
    list,
    failed: error !== undefined,
    after,
    more: (cursor: string) => fetchMore({ variables: { after: cursor } }),
  };
}

function TenantOption({ tenant: { name, status, statusBadge, graphTenantId } }: { tenant: PickedTenant }) {
  const word = status === 'ACTIVE' ? null : statusBadge.label;
  const about = [graphTenantId, word].filter((part) => part !== null);
  return (
    <Stack as="span" breaking>
      {name}
      {about.length > 0 && <Quiet small>{about.join(' · ')}</Quiet>}
    </Stack>
  );
}

type Asked = ReturnType<typeof useTenants>;

function toState({ list, failed }: Asked, shown: number): string {
  const { loading, failed: sayFailed, none, found } = texts.tenantChoice;
  if (list === null) return failed ? sayFailed : loading;
  return shown === 0 ? none : found(shown, list.totalCount);
}

/** Says how many there are; when it comes into sight the next ones are asked for. */
function Foot({ tenants: { after, more }, state }: { tenants: Asked; state: string }) {
  const styles = useStyles();
  const foot = useRef<HTMLDivElement>(null);
  const loadNext = useEffectEvent(() => {
    // What could not be loaded is asked for again when the end comes into sight again.
    if (after !== null) void more(after).catch(() => null);
  });
  useEffect(() => {
    if (foot.current === null) return undefined;
    const observer = new IntersectionObserver((changes) => {
      if (changes.at(-1)?.isIntersecting === true) loadNext();
    });
    observer.observe(foot.current);
    return () => observer.disconnect();
    // Observed again with every page: a foot that is still in sight then is news again.
  }, [after]);
  return (
    // A list box may hold nothing but options; what it says is read out beside it.
    <div ref={foot} className={styles.foot} role="presentation">
      {state}
    </div>
  );
}
