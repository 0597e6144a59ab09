import type { PolicyConfig } from '../../../server/config.ts';

/** The walk's documents ask for whatever the schema offers at once, which is far more than any client may. */
export const unlimitedPolicy: PolicyConfig = {
  isProduction: false,
  viewerPerMinute: null,
  anonymousPerMinute: null,
  streamsPerViewer: Infinity,
  persistedOperations: null,
  documentLimits: {
    tokens: Infinity,
    depth: Infinity,
    aliases: Infinity,
    directives: Infinity,
    cost: Infinity,
  },
};
