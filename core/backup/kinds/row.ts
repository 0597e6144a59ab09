import type { FormRules } from '../form-rules.ts';

/** Whose limits a read counts against (Microsoft throttles each on its own). */
export type PaceArea = 'intune' | 'admx' | 'conditional_access' | 'directory';

/** Something of an item's own that its list element does not carry. */
export interface SubRead {
  /** The property of the payload it becomes. */
  readonly name: string;
  /** After the item's own path; `{type}` stands for its type, as a cast. */
  readonly path: string;
  /** The property of the item that says how many there are; null: nothing does. */
  readonly countedBy: string | null;
  /** Only items whose type matches have it; left out: all. */
  readonly ofTypes?: RegExp;
  /** It is one object, or none; of it these properties are kept. */
  readonly reference?: readonly string[];
  /** A list of each entry's own. */
  readonly below?: { readonly name: string; readonly path: string };
}

/** What an item's own address says beyond its list element. */
export interface ItemRead {
  readonly query: string;
  /** Lists of the types that the kind's own list only names; left out: an item is below the list it is in. */
  readonly byType?: Readonly<Record<string, string>>;
}

/**
 * `list`: everything there is; `one`: a single object that every directory has; `one_or_none`: one that a directory may lack;
 * `referenced`: only what the other kinds name, asked for together (groups) or one by one.
 */
export type Offered = 'list' | 'one' | 'one_or_none' | 'referenced_together' | 'referenced';

/**
 * All that a backup has to know of one kind of policy; the provider interprets it. Facts: Microsoft's reference of the
 * API version named, and what its services are seen to answer. Another version or another rule is another form version.
 */
export interface PolicyKindRow {
  /** In the plural, as the portal says it. */
  readonly label: string;
  readonly version: 'v1.0' | 'beta';
  /** Without its query: an item is below it by its id. */
  readonly path: string;
  readonly query: string;
  readonly area: PaceArea;
  /** Application permissions of which any one is enough to read it; the first is the least and the one we ask for. */
  readonly anyOf: readonly string[];
  readonly nameField: 'name' | 'displayName' | null;
  readonly platformField: 'platform' | 'platforms' | null;
  /** How the list carries assignments; null: the kind has none of its own. */
  readonly assignments: 'assignments' | null;
  /** Types that the list has and another kind keeps. */
  readonly except: readonly string[];
  /** null: the list says all that an item says. */
  readonly item: ItemRead | null;
  readonly subReads: readonly SubRead[];
  readonly offered: Offered;
  /** For a referenced kind: the properties in which the others name it. */
  readonly namedBy: readonly string[];
  /** Microsoft's documents disagree on whether applications may read it: a refusal says that they may not. */
  readonly mayBeRefused: boolean;
  /** Properties that hold a secret or a script, wherever they are. */
  readonly secrets: readonly string[];
  readonly form: FormRules;
}

type Intune = 'Apps' | 'Configuration' | 'RBAC' | 'Scripts' | 'ServiceConfig';

export const readOrWrite = (name: Intune) => [
  `DeviceManagement${name}.Read.All`,
  `DeviceManagement${name}.ReadWrite.All`,
];

/** Changes with every reading or edit without being configuration. */
export const volatile: readonly string[] = [
  'id',
  'createdDateTime',
  'lastModifiedDateTime',
  'modifiedDateTime',
  'version',
];

const notOfTheItem = [...volatile, 'assignments', 'isAssigned', 'supportsScopeTags'];

/** Form rules of an Intune item, and what is special about its kind. */
export function intuneForm(more: Partial<FormRules> = {}): FormRules {
  return {
    ...more,
    drop: [...notOfTheItem, ...(more.drop ?? [])],
    unordered: ['roleScopeTagIds', ...(more.unordered ?? [])],
  };
}

export const intune = {
  version: 'beta',
  query: '',
  area: 'intune',
  anyOf: readOrWrite('Configuration'),
  nameField: 'displayName',
  platformField: null,
  assignments: null,
  except: [],
  item: null,
  subReads: [],
  offered: 'list',
  namedBy: [],
  mayBeRefused: false,
  secrets: [],
  form: intuneForm(),
} as const satisfies Omit<PolicyKindRow, 'label' | 'path'>;

/** Assignments come with the list. */
export const assigned = { query: '$expand=assignments', assignments: 'assignments' } as const;

/** Assignments are a list of the item's own: expanded they may be empty where there are some. */
export const assignedApart = {
  assignments: 'assignments',
  subReads: [{ name: 'assignments', path: '/assignments', countedBy: null }],
} as const;

export const entra = {
  ...intune,
  version: 'v1.0',
  area: 'directory',
  anyOf: ['Policy.Read.All', 'Policy.ReadWrite.ConditionalAccess'],
} as const;
