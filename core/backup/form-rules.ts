/**
 * What of a kind's payload means nothing, as names and paths: `conditions.users.includeUsers` is one place (lists do not
 * count as a step), `*.children` every property of that name, and '' the item itself.
 */
export interface FormRules {
  /** No configuration: ids, dates and counters that Microsoft keeps. */
  readonly drop: readonly string[];
  /** Lists whose order means nothing. */
  readonly unordered?: readonly string[];
  /** Objects of which several types are possible: there `@odata.type` counts. */
  readonly typed?: readonly string[];
  readonly dates?: readonly string[];
  /** Comma-joined flags: `mdm,microsoftSense`. */
  readonly flags?: readonly string[];
  /** Objects that are only a reference to something: the properties that count. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
}

/** The rules of one place. */
export interface Place {
  readonly drop: boolean;
  readonly unordered: boolean;
  readonly typed: boolean;
  readonly date: boolean;
  readonly flags: boolean;
  readonly only: readonly string[] | null;
}

export interface PlaceTree {
  readonly place: Place;
  /** The place of a property of this one. */
  at(name: string): PlaceTree;
}

const nothing: Place = {
  drop: false,
  unordered: false,
  typed: false,
  date: false,
  flags: false,
  only: null,
};

const trees = new WeakMap<FormRules, PlaceTree>();

/** Built once per kind: a policy of 241 KB asks for ten thousand places. */
export function placesOf(rules: FormRules): PlaceTree {
  const known = trees.get(rules);
  if (known !== undefined) return known;
  const tree = buildTree(rules, '');
  trees.set(rules, tree);
  return tree;
}

/** Children are made when first asked for, so that a place no rule names costs nothing twice. */
function buildTree(rules: FormRules, path: string): PlaceTree {
  const children = new Map<string, PlaceTree>();
  const hasRulesBelow = path === '' || allPaths(rules).some((each) => each.startsWith(`${path}.`));
  const elsewhere = hasRulesBelow ? null : anywhereTree(rules);
  return {
    place: placeAt(rules, path, path.slice(path.lastIndexOf('.') + 1)),
    at(name) {
      if (elsewhere !== null) return elsewhere.at(name);
      const known = children.get(name);
      if (known !== undefined) return known;
      const child = buildTree(rules, path === '' ? name : `${path}.${name}`);
      children.set(name, child);
      return child;
    },
  };
}

const anywhereTrees = new WeakMap<FormRules, PlaceTree>();

/** Below the last named place only names count, so one tree serves all of it. */
function anywhereTree(rules: FormRules): PlaceTree {
  const known = anywhereTrees.get(rules);
  if (known !== undefined) return known;
  const names = new Map<string, PlaceTree>();
  const make = (name: string): PlaceTree => ({ place: placeAt(rules, null, name), at });
  const at = (name: string): PlaceTree => {
    const child = names.get(name) ?? make(name);
    names.set(name, child);
    return child;
  };
  const tree = { place: nothing, at };
  anywhereTrees.set(rules, tree);
  return tree;
}

function placeAt(rules: FormRules, path: string | null, name: string): Place {
  const has = (list: readonly string[] = []) =>
    (path !== null && list.includes(path)) || list.includes(`*.${name}`);
  return {
    drop: path !== '' && has(rules.drop),
    unordered: has(rules.unordered),
    typed: has(rules.typed),
    date: has(rules.dates),
    flags: has(rules.flags),
    only: (path === null ? undefined : rules.only?.[path]) ?? null,
  };
}

function allPaths({
  drop,
  unordered = [],
  typed = [],
  dates = [],
  flags = [],
  only = {},
}: FormRules): string[] {
  return [...drop, ...unordered, ...typed, ...dates, ...flags, ...Object.keys(only)];
}
