import { GraphiQL } from 'graphiql';
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const url = new URL('/graphql', location.origin);
const socketUrl = Object.assign(new URL(url), { protocol: url.protocol.replace('http', 'ws') });

// The session's cookie goes with both: nothing here holds a credential.
const fetcher = createGraphiQLFetcher({
  url: url.href,
  wsClient: createClient({ url: socketUrl.href, lazy: true }),
});

const firstQuery = `# TenantAtlas as you: queries, mutations and subscriptions act with your own rights.
query Workspaces {
  viewer {
    workspaces {
      id
      name
      role
    }
  }
}
`;

// A link may bring a document, which runs when a person presses the button.
const linked = new URLSearchParams(location.search).get('query');

const root = document.getElementById('root');
if (root === null) throw new Error('graphiql/index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <GraphiQL
      fetcher={fetcher}
      defaultQuery={firstQuery}
      {...(linked !== null && { initialQuery: linked })}
      isHeadersEditorEnabled={false}
    >
      <GraphiQL.Logo>
        <a href="/">TenantAtlas</a>
      </GraphiQL.Logo>
    </GraphiQL>
  </StrictMode>,
);
