import { useSearchParams } from 'wouter';

export interface FilterParams {
  readonly get: (name: string) => string | null;
  /** null takes the filter away. Replaces the address: going back leaves the list instead of undoing filters one by one. */
  readonly set: (name: string, value: string | null) => void;
  readonly setAll: (values: Readonly<Record<string, string | null>>) => void;
  readonly clear: () => void;
  /** What the address says of these filters without being understood, as it stands there: `status=sleeping`. */
  readonly ignored: (read: Readonly<Record<string, unknown>>) => string[];
}

/** Filters live in the address, so that a filtered list can be sent as a link and survives a reload. */
export function useFilterParams(): FilterParams {
  const [params, setParams] = useSearchParams();
  const setAll: FilterParams['setAll'] = (values) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(values)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    setParams(next, { replace: true });
  };
  return {
    get: (name) => params.get(name),
    set: (name, value) => setAll({ [name]: value }),
    setAll,
    clear: () => setParams(new URLSearchParams(), { replace: true }),
    ignored: (read) =>
      Object.entries(read).flatMap(([name, value]) => {
        const text = params.get(name);
        return value === null && text !== null && text !== '' ? [`${name}=${text}`] : [];
      }),
  };
}

type Chosen<Values extends Readonly<Record<string, readonly string[]>>> = {
  readonly [Name in keyof Values]: Values[Name][number] | null;
};

/** Filters of which each is one of a few values of the API, by its name in the address; null: everything. */
export function useFilters<const Values extends Readonly<Record<string, readonly string[]>>>(values: Values) {
  const params = useFilterParams();
  const chosen = Object.fromEntries(
    Object.entries(values).map(([name, known]) => [name, oneOf(params.get(name), known)]),
  ) as Chosen<Values>;
  return {
    params,
    chosen,
    /** For a FilterSelect. */
    choose: (name: keyof Values & string) => (value: string | null) =>
      params.set(name, value?.toLowerCase() ?? null),
  };
}

/** What the address says, where it is one of these; addresses have values in lower case, the API's are in upper case. */
export function oneOf<Value extends string>(text: string | null, values: readonly Value[]): Value | null {
  return values.find((value) => value.toLowerCase() === text?.toLowerCase()) ?? null;
}

/** Longer than any name or code; the API refuses more. */
const longestText = 200;

/** Free text of an address as the API takes it: whatever was pasted there, the page still opens. */
export function textOf(text: string | null): string | null {
  return text?.replaceAll('\0', '').trim().slice(0, longestText) || null;
}
