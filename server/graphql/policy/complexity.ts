import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { Fault } from '../../../core/fault.ts';
import { isIntrospection } from './introspection-price.ts';
import { limits } from './limits.ts';
import { countRepeats } from './repeats.ts';

/** The shape of a document as written: what the schema says about it does not matter, so it comes first. */
export interface Complexity {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly repeats: number;
  readonly introspects: boolean;
}

const nothing: Complexity = { depth: 0, aliases: 0, directives: 0, repeats: 0, introspects: false };

/**
 * Counts fragments as often as they are spread, but looks at each once: a document that doubles with every fragment is
 * measured as fast as any other. A fragment inside itself counts once; validation refuses it.
 */
export function measure(document: DocumentNode): Complexity {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Complexity>();

  function ofSet(set: SelectionSetNode | undefined): Complexity {
    return (set?.selections ?? []).map(ofSelection).reduce(add, nothing);
  }

  function ofSelection(selection: SelectionNode): Complexity {
    const directives = selection.directives?.length ?? 0;
    const inner = selection.kind === Kind.FIELD ? ofField(selection) : ofFragment(selection);
    return { ...inner, directives: inner.directives + directives };
  }

  function ofField(field: FieldNode): Complexity {
    // The depth of introspection is a rule of graphql-js, and its price counts every field of it.
    if (field.name.value.startsWith('__')) return { ...nothing, introspects: isIntrospection(field) };
    const inner = ofSet(field.selectionSet);
    return {
      ...inner,
      depth: inner.depth + 1,
      aliases: inner.aliases + (field.alias === undefined ? 0 : 1),
    };
  }

  function ofFragment(selection: Exclude<SelectionNode, FieldNode>): Complexity {
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSet(selection.selectionSet);
    const name = selection.name.value;
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, nothing);
    const complexity = ofSet(fragments.get(name)?.selectionSet);
    measured.set(name, complexity);
    return complexity;
  }

  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return operations
    .map((operation) => ('selectionSet' in operation ? ofSet(operation.selectionSet) : nothing))
    .reduce(add, { ...nothing, repeats: countRepeats(document) });
}

function add(a: Complexity, b: Complexity): Complexity {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    repeats: a.repeats + b.repeats,
    introspects: a.introspects || b.introspects,
  };
}

/** The first limit that is exceeded; null within all of them. */
export function findExcess(complexity: Complexity): Fault | null {
  for (const name of ['depth', 'aliases', 'directives', 'repeats'] as const) {
    if (complexity[name] > limits[name]) return tooComplex(name, sentences[name]);
  }
  return null;
}

const sentences = {
  depth: 'The document is nested too deeply',
  aliases: 'The document has too many aliases',
  directives: 'The document has too many directives',
  repeats: 'The document selects the same fields too many times',
} as const;

/** `limit` says which one, so that a program can tell them apart. */
export function tooComplex(limit: keyof typeof limits, sentence: string): Fault {
  return new Fault('QUERY_TOO_COMPLEX', `${sentence}: at most ${limits[limit]} are allowed.`, { limit });
}
