import { parseArgs } from 'node:util';
import { createSandbox } from './server.ts';
import { scenarioIdentities } from './scenarios.ts';

const { values } = parseArgs({
  options: {
    /** 4010: beside the application's 4000, and none of the ports that fetch refuses. */
    port: { type: 'string', default: '4010' },
    latency: { type: 'string', default: '0' },
  },
});

const sandbox = await createSandbox({ port: Number(values.port), latencyMs: Number(values.latency) });
console.log(`Sandbox Microsoft cloud (Entra and Graph) on ${sandbox.origin}\n`);
for (const { name, tenantId, does } of scenarioIdentities)
  console.log(`${tenantId}  ${name.padEnd(26)}${does}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox[Symbol.asyncDispose]());
}
