import { describe, expect, test } from 'vitest';
import { guidFor, isGuid } from '../../sandbox/guid.ts';
import { scenarioIdentities, scenarios, scenarioTenantId } from '../../sandbox/scenarios.ts';

describe('scenarios.json', () => {
  test('names the scenarios that exist, each once and in the same order', () => {
    expect(scenarioIdentities.map(({ name }) => name)).toEqual(Object.keys(scenarios));
  });

  test.for(scenarioIdentities)(
    '$name has ids that follow from its name, and a secret that looks like one',
    (identity) => {
      expect(identity).toMatchObject({
        tenantId: guidFor(`${identity.name} tenant`),
        clientId: guidFor(`${identity.name} client`),
        // Entra's secrets have 40 characters of this alphabet.
        clientSecret: expect.stringMatching(/^sandbox~[\w-]{32}$/),
      });
      expect(isGuid(identity.tenantId)).toBe(true);
    },
  );

  test('shares no id and no secret between scenarios', () => {
    const values = scenarioIdentities.flatMap(({ tenantId, clientId, clientSecret }) => [
      tenantId,
      clientId,
      clientSecret,
    ]);
    expect(new Set(values).size).toBe(values.length);
  });

  test('is what scenarioTenantId reads', () => {
    expect(scenarioTenantId('healthy')).toBe(scenarioIdentities[0]?.tenantId);
  });
});
