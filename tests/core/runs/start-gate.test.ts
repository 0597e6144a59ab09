import { describe, expect, it } from 'vitest';
import { decideStart, directoryOf, identityOf, type GateConnection } from '../../../core/runs/start-gate.ts';

const directory = '292f6999-2f83-4d34-a419-67a088c41314';
const other = '613e7534-a628-4c8a-b1d6-7823b512829d';
const fresh: GateConnection = {
  status: 'needs_consent',
  cloud: 'global',
  entraTenantId: directory,
  credential: 'usable',
  consent: null,
};
const ready = {
  tenantStatus: 'active',
  tenantDirectory: directory,
  connection: fresh,
  activeRun: null,
  identity: 'this',
} as const;
const blocked = (reason: string) => ({ kind: 'blocked', reason });

describe('the start gate decides', () => {
  it.each([
    ['a fresh connection that never had consent', {}, { kind: 'started' }],
    ['a connected one', { connection: { ...fresh, status: 'connected' } }, { kind: 'started' }],
    ['one that failed before', { connection: { ...fresh, status: 'error' } }, { kind: 'started' }],
    ['a customer who has agreed', { connection: { ...fresh, consent: 'granted' } }, { kind: 'started' }],
    ['an onboarding tenant', { tenantStatus: 'onboarding' }, { kind: 'started' }],
    ['a tenant whose directory no one has named', { tenantDirectory: null }, { kind: 'started' }],
    ['the same run under way', { activeRun: { identity: 'this' } }, { kind: 'deduped' }],
    ['another run under way', { activeRun: { identity: 'that' } }, { kind: 'scope_busy' }],
    [
      'the same run under way, its credential gone in the meantime',
      { activeRun: { identity: 'this' }, connection: { ...fresh, credential: 'missing' } },
      { kind: 'deduped' },
    ],
    [
      'another run under way, the tenant archived in the meantime',
      { activeRun: { identity: 'that' }, tenantStatus: 'archived' },
      { kind: 'scope_busy' },
    ],
    ['an archived tenant', { tenantStatus: 'archived' }, blocked('tenant.archived')],
    ['no connection', { connection: null, identity: null }, blocked('connection.missing')],
    ['a disabled one', { connection: { ...fresh, status: 'disabled' } }, blocked('connection.disabled')],
    ['an unknown cloud', { connection: { ...fresh, cloud: 'mars' } }, blocked('connection.invalid')],
    ['no directory', { connection: { ...fresh, entraTenantId: 'x' } }, blocked('connection.invalid')],
    ['another directory than the tenant’s', { tenantDirectory: other }, blocked('tenant.target_mismatch')],
    ['no credential', { connection: { ...fresh, credential: 'missing' } }, blocked('credential.missing')],
    [
      'a credential under a key no one has',
      { connection: { ...fresh, credential: 'unusable' } },
      blocked('credential.invalid'),
    ],
    ['a customer who refused', { connection: { ...fresh, consent: 'declined' } }, blocked('consent.missing')],
    [
      'everything wrong at once: what to put right first',
      {
        tenantStatus: 'archived',
        connection: { ...fresh, status: 'disabled', cloud: 'mars', credential: 'missing' },
      },
      blocked('tenant.archived'),
    ],
  ] as const)('for %s', (_situation, difference, decision) => {
    expect(decideStart({ ...ready, ...difference })).toEqual(decision);
  });
});

describe('a run’s identity', () => {
  const asked = {
    tenantId: 1,
    type: 'inventory.sync',
    connectionId: 2,
    entraTenantId: directory,
  } as const;

  it('is the same for the same request and another when any part differs', () => {
    const identities = [
      asked,
      { ...asked },
      { ...asked, tenantId: 3 },
      { ...asked, connectionId: 3 },
      { ...asked, type: 'entra.groups.sync' as const },
      { ...asked, entraTenantId: other },
    ].map(identityOf);
    expect(identities[1]).toBe(identities[0]);
    expect(new Set(identities).size).toBe(5);
  });
});

it.each([
  [{ tenantId: directory, externalId: other }, directory],
  [{ tenantId: null, externalId: other.toUpperCase() }, other],
  [{ tenantId: null, externalId: 'customer 17' }, null],
  [{ tenantId: null, externalId: null }, null],
])('the directory of %j is %s', (tenant, expected) => {
  expect(directoryOf(tenant)).toBe(expected);
});
