export const followRun = 'subscription ($id: ID!) { operationRun(id: $id) { id version status outcome } }';

/** Hostile or merely wrong: whatever a document is refused for, it is refused in the same words everywhere. */
export const hostileDocuments: Readonly<Record<string, string>> = {
  'not GraphQL': 'subscription { operationRun(id: ',
  'an unknown field': 'subscription { operationRun(id: 1) { id secret } }',
  'an unknown argument': 'subscription { operationRun(id: 1, force: true) { id } }',
  'a value of the wrong type': 'subscription { operationRun(id: {a: 1}) { id } }',
  'two root fields': 'subscription { a: operationRun(id: 1) { id } b: operationRun(id: 1) { id } }',
  'too deep': `subscription { operationRun(id: 1) { ${'tenant { latestVerification { '.repeat(10)} id ${'} }'.repeat(10)} } }`,
  'too many aliases': `subscription { operationRun(id: 1) { ${Array.from({ length: 101 }, (_, n) => `a${n}: id`).join(' ')} } }`,
  'too many directives': `subscription { operationRun(id: 1) { ${'id @skip(if: false) '.repeat(51)} } }`,
  'too many tokens': `subscription { operationRun(id: 1) { ${'id '.repeat(2_000)} } }`,
  'too many values': `subscription { operationRun(id: 1) { tenant {
    operationRuns(first: 100) { nodes { tenant { operationRuns(first: 100) { nodes { id type status version label } } } } } } } }`,
  'fragments that double': `subscription { operationRun(id: 1) { ...f0 } } ${Array.from({ length: 20 }, (_, n) => `fragment f${n} on OperationRun { tenant { latestVerification { ...f${n + 1} } } }`).join(' ')} fragment f20 on OperationRun { id }`,
  'a fragment in itself':
    'subscription { operationRun(id: 1) { ...f } } fragment f on OperationRun { id ...f }',
  'introspection that goes in circles': `subscription { __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
  'an id that is none': 'subscription { operationRun(id: "1; drop table") { id } }',
  'an id of no one’s': 'subscription { operationRun(id: 999999999) { id } }',
  'an id too large': 'subscription { operationRun(id: "99999999999999999999") { id } }',
  'a prototype key': 'subscription { operationRun(id: "__proto__") { id __proto__ } }',
  'an unknown type of operation':
    'subscription { workspaceRuns(workspaceId: 1, types: ["nonsense"]) { id } }',
};
