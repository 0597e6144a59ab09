import { describe, expect, it } from 'vitest';
import { operationTypes, parseStartableType } from '../../../core/runs/operation-types.ts';

/** As a restore is: started with more than a tenant. */
const registry = {
  ...operationTypes,
  'test.own': { ...operationTypes['inventory.sync'], startedBy: 'own_mutation' },
} as const;

describe('startOperation', () => {
  it.each(Object.entries(registry))('takes %s exactly when its definition says so', (type, { startedBy }) => {
    const parse = () => parseStartableType(registry, type);
    if (startedBy === 'start_operation') expect(parse()).toBe(type);
    else expect(parse).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });

  it('says which mutation is meant, and what there is', () => {
    expect(() => parseStartableType(registry, 'test.own')).toThrow(
      'test.own has a mutation of its own: startOperation starts provider.connection.check, inventory.sync, entra.groups.sync, backup.run.',
    );
    expect(() => parseStartableType(registry, 'toString')).toThrow('There is no operation "toString"');
  });
});
