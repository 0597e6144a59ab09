import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';

/** With the address of what it is: the library's says nothing, or says it with http. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
});

export const Json = new GraphQLScalarType({
  ...GraphQLJSON.toConfig(),
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
});
