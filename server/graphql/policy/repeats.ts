import { Kind, visit, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/**
 * How many pairs of fields in a document are to be one in the answer, fragments taken in: `{ user { id } user { name } }` has
 * one. Validation compares each pair with everything below it, so 280 short copies of a field keep it busy for a second,
 * whatever they cost to answer.
 */
export function countRepeats(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  /** A fragment counts once in each place, as it does in validation. */
  function collect(set: SelectionSetNode, names: Map<string, number>, taken: Set<string>): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        names.set(name, (names.get(name) ?? 0) + 1);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, names, taken);
      else if (!taken.has(selection.name.value)) {
        taken.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) collect(fragment.selectionSet, names, taken);
      }
    }
  }

  let repeats = 0;
  visit(document, {
    SelectionSet(set) {
      const names = new Map<string, number>();
      collect(set, names, new Set());
      for (const count of names.values()) repeats += (count * (count - 1)) / 2;
    },
  });
  return repeats;
}
