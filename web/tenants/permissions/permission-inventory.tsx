import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { graphql } from '../../gql/gql.ts';
import { readFragment, type FragmentType } from '../../gql/fragment-masking.ts';
import type {
  PermissionInventoryFragment as PermissionInventoryData,
  PermissionNeed,
} from '../../gql/graphql.ts';
import { texts } from '../../texts.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Quiet } from '../../ui/quiet.tsx';
import { RelativeTime } from '../../ui/time.tsx';
import { PermissionGroup } from './permission-group.tsx';
import { useActFilter } from './permission-filter.ts';

const PermissionInventoryFragment = graphql(`
  fragment PermissionInventory on Tenant {
    id
    permissions {
      state
      need
      checkedAt
      ...PermissionGroup
    }
  }
`);

type Permission = PermissionInventoryData['permissions'][number];

/** What needs action comes first, what is fine last. */
const order: readonly PermissionNeed[] = ['ACT', 'WAIT', 'UNKNOWN', 'NOTHING'];

export function PermissionInventory({
  tenant,
}: {
  tenant: FragmentType<typeof PermissionInventoryFragment>;
}) {
  const { permissions } = readFragment(PermissionInventoryFragment, tenant);
  const { onlyAct, setOnlyAct } = useActFilter();
  const { title, asOf, none, noneToAct } = texts.permissions;
  const latest = permissions
    .map(({ checkedAt }) => checkedAt)
    .toSorted()
    .at(-1);
  const toAct = permissions.filter(({ need }) => need === 'ACT');
  const shown = onlyAct ? toAct : permissions;
  return (
    <Panel
      title={title}
      {...(latest !== undefined && {
        aside: (
          <>
            <Quiet>
              {asOf} <RelativeTime at={latest} />
            </Quiet>
            <ActFilter count={toAct.length} pressed={onlyAct} onChange={setOnlyAct} />
          </>
        ),
      })}
    >
      {shown.length === 0 && (
        <Quiet as="p" padded>
          {permissions.length === 0 ? none : noneToAct}
        </Quiet>
      )}
      {toGroups(shown).map((group) => (
        <PermissionGroup key={group[0]?.state} permissions={group} />
      ))}
    </Panel>
  );
}

interface ActFilterProps {
  readonly count: number;
  readonly pressed: boolean;
  readonly onChange: (pressed: boolean) => void;
}

function ActFilter({ count, pressed, onChange }: ActFilterProps) {
  return (
    <ActionButton
      label={texts.permissions.onlyAct(count)}
      about={texts.permissions.onlyActAbout}
      reason={null}
      pressed={pressed}
      icon={<FilterRegular />}
      size="small"
      appearance={pressed ? 'primary' : 'secondary'}
      onClick={() => onChange(!pressed)}
    />
  );
}

/** By state; two states may ask the same of the reader and mean different things. */
function toGroups(permissions: readonly Permission[]): readonly (readonly Permission[])[] {
  const states = [...new Set(permissions.map(({ state }) => state))];
  const groups = states.map((wanted) => permissions.filter(({ state }) => state === wanted));
  const rank = ([first]: readonly Permission[]) => order.indexOf(first?.need ?? 'NOTHING');
  return groups.toSorted((one, other) => rank(one) - rank(other));
}
