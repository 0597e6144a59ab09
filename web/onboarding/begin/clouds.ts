import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';

const CloudsQuery = graphql(`
  query Clouds {
    clouds {
      name
      label
    }
  }
`);

/** The clouds that a connection can lead to, by the API's names for them; asked for once. */
export function useClouds() {
  const { data } = useQuery(CloudsQuery, { fetchPolicy: 'cache-first' });
  const clouds = data?.clouds ?? [];
  const labelOf = (name: string) => clouds.find((cloud) => cloud.name === name)?.label ?? name;
  return { clouds, labelOf };
}
