import type { AppRole } from './app-roles.ts';
import type { Reply, ReplyContext } from '../replies.ts';
import type { Cloud, Tenant } from '../state.ts';

export interface GraphRoute {
  readonly path: RegExp;
  /** Left out: GET. */
  readonly method?: 'POST';
  /** Application permissions of which one is enough (microsoftgraph/microsoft-graph-devx-content, permissions.json). */
  readonly anyOf: readonly AppRole[];
  /** Served by Intune: it refuses in its own words, and refuses everything without a licence. */
  readonly intune?: true;
  readonly answer: (call: GraphCall) => Reply;
}

export interface GraphCall {
  readonly cloud: Cloud;
  readonly tenant: Tenant;
  readonly query: URLSearchParams;
  readonly context: ReplyContext;
  /** Address of this request without its query: what a next page starts with. */
  readonly url: string;
  /** What the first group of the path matched. */
  readonly key: string;
  readonly body: string;
}
