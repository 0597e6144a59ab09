/**
 * graphql-js repeats in its complaints what it was given: a secret in the wrong field or of the wrong type would come
 * back in the answer, and from there into whatever logs answers. What was expected stays, the value goes.
 */
export function withoutValues(message: string): string {
  for (const [pattern, replacement] of repetitions) {
    if (pattern.test(message)) return message.replace(pattern, replacement);
  }
  return message;
}

/** Each pattern takes the message to its end: a value can look like anything, also like the rest of a message. */
const repetitions = [
  [/^(Syntax Error: .*?(?:String|BlockString|Int|Float)) ".*$/s, '$1.'],
  [/^Variable "(\$\w+)" got invalid value .*$/s, 'Variable "$1" got an invalid value.'],
  [/^Expected value of type "([\w![\]]+)", found .*$/s, 'Expected a value of type "$1".'],
  [/^Value .* does not exist in "(\w+)" enum\..*$/s, 'The value does not exist in the enum "$1".'],
  [/^(?:Enum )?"?(\w+)"? cannot represent .*$/s, 'The value cannot be read as $1.'],
] as const;
