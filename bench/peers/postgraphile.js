import console from 'node:console';
import { createServer } from 'node:http';
import process from 'node:process';
import { makePgService } from 'postgraphile/adaptors/pg';
import { constant, context, lambda, listen } from 'postgraphile/grafast';
import { grafserv } from 'postgraphile/grafserv/node';
import { postgraphile } from 'postgraphile';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { extendSchema } from 'postgraphile/utils';

/**
 * PostGraphile's own schema of our tables, and subscriptions as its documentation sets them up: one LISTEN topic per run,
 * the row read when its topic says that something has changed, its state first. Nobody is asked who they are, which is to
 * PostGraphile's advantage.
 */
const [host, user, database, poolSize] = process.argv.slice(2);

const operationRunSubscription = extendSchema((build) => {
  const operationRuns = build.pgResources.operation_runs;
  return {
    typeDefs: /* GraphQL */ `
      extend type Subscription {
        operationRun(id: BigInt!): OperationRun
      }
    `,
    objects: {
      Subscription: {
        plans: {
          operationRun: {
            subscribePlan(_root, { $id }) {
              const topic = lambda($id, (id) => `bench_run_${id}`);
              return listen(context().get('pgSubscriber'), topic, undefined, constant('{}'));
            },
            plan: (_event, { $id }) => operationRuns.get({ id: $id }),
          },
        },
      },
    },
  };
});

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [operationRunSubscription],
  // It hides the relation from a tenant to its runs, whose index begins with the tenant and not with the workspace.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      poolConfig: { host, user, database, max: Number(poolSize) },
      schemas: ['public'],
      pubsub: true,
    }),
  ],
  grafserv: { websockets: true, graphiql: false },
  grafast: { explain: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
