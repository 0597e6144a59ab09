import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** By the node and not by the request: a document is parsed once and executed many times. */
const answers = new WeakMap<FieldNode, WeakMap<ReadonlySet<string>, boolean>>();

/**
 * Whether one of the fields is asked for below the one that is being resolved, at whatever depth; a directive that leaves
 * it out is not looked at. To read in one statement what will be needed, never to decide what is answered.
 */
export function selects({ fieldNodes, fragments }: GraphQLResolveInfo, names: ReadonlySet<string>): boolean {
  return fieldNodes.some((node) => {
    const known = answers.get(node) ?? new WeakMap<ReadonlySet<string>, boolean>();
    answers.set(node, known);
    const answer = known.get(names) ?? isSelected(node.selectionSet, names, fragments, new Set());
    known.set(names, answer);
    return answer;
  });
}

function isSelected(
  set: SelectionSetNode | undefined,
  names: ReadonlySet<string>,
  fragments: GraphQLResolveInfo['fragments'],
  seen: Set<string>,
): boolean {
  return (set?.selections ?? []).some((selection) => {
    if (selection.kind === Kind.FIELD && names.has(selection.name.value)) return true;
    if (selection.kind !== Kind.FRAGMENT_SPREAD)
      return isSelected(selection.selectionSet, names, fragments, seen);
    const name = selection.name.value;
    if (seen.has(name)) return false;
    seen.add(name);
    return isSelected(fragments[name]?.selectionSet, names, fragments, seen);
  });
}
