import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTurns } from '../../../server/graphql/turns.ts';
import type { ApiClient } from '../../support/api-client.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

describe('turns', () => {
  it('lets so many of one key happen at once, in order, whatever becomes of them', async () => {
    const turns = createTurns<string>(2);
    const order: string[] = [];
    const gates = new Map<string, PromiseWithResolvers<null>>();
    const begin = (key: string, name: string) => {
      const gate = Promise.withResolvers<null>();
      gates.set(name, gate);
      return turns.take(key, async () => {
        order.push(name);
        await gate.promise;
        return name;
      });
    };
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => begin('one', name));
    const other = begin('another', 'x');
    expect(order).toEqual(['a', 'b', 'x']);
    gates.get('b')?.reject(new Error('no'));
    await expect(b).rejects.toThrow('no');
    gates.get('a')?.resolve(null);
    gates.get('x')?.resolve(null);
    expect(await Promise.all([a, other])).toEqual(['a', 'x']);
    expect(order).toEqual(['a', 'b', 'x', 'c', 'd']);
    gates.get('c')?.resolve(null);
    gates.get('d')?.resolve(null);
    expect(await Promise.all([c, d])).toEqual(['c', 'd']);
    expect(turns.keys).toBe(0);
  });
});

describe('a list in every row, many times over', () => {
  let app: TestApp;
  let owner: ApiClient;
  let workspaceId: string;
  beforeAll(async () => {
    app = await startTestApp({ roles: new Set(['api']) });
    owner = await app.as('owner');
    workspaceId = (await owner.query('{ viewer { workspaces { id } } }')).data.viewer.workspaces[0].id;
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
  });

  /** Cheap by what it gives back: two fields for each list and its count. */
  const lists = (count: number) => {
    const aliases = Array.from({ length: count }, (_, n) => `a${n}: operationRuns(first: 1) { totalCount }`);
    return `query ($id: ID!) { workspace(id: $id) { tenants(first: 26) { nodes { ${aliases.join(' ')} } } } }`;
  };

  it('ends with one error when it has read enough', async () => {
    const { status, data, errors } = await owner.query(lists(60), { id: workspaceId });
    expect([status, data, errors?.map(({ extensions }) => extensions)]).toEqual([
      400,
      null,
      [{ code: 'QUERY_TOO_COMPLEX', limit: 'reads' }],
    ]);
    expect((await owner.query(lists(5), { id: workspaceId })).errors).toBeUndefined();
  });

  it('leaves connections to the database for everyone else', async () => {
    const stranger = await app.as('stranger');
    const few = { finished: 0 };
    const all = Promise.all(
      Array.from({ length: 6 }, async () => {
        await owner.query(lists(8), { id: workspaceId });
        few.finished += 1;
      }),
    );
    // As many reads as would keep the whole pool busy for long: another person's are answered before half of them are.
    for (let asked = 0; asked < 5; asked += 1) {
      expect((await stranger.query('{ viewer { workspaces { id } } }')).status).toBe(200);
    }
    expect(few.finished).toBeLessThan(3);
    await all;
  });
});
