import type postgres from 'postgres';
import { Pool } from '../../../db/engine/sessions/pool.ts';
import { toDrizzle, toPlace, type Db } from '../../../db/engine/client.ts';
import type { DatabaseConnection } from '../../../db/engine/sessions/address.ts';

interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** Hears every statement that functions of db/ send, with its values. */
export interface Listener extends AsyncDisposable {
  readonly db: Db;
  statementsOf(work: (db: Db) => Promise<unknown>): Promise<Statement[]>;
}

export function listen(connection: DatabaseConnection): Listener {
  const types = { parsers: {}, serializers: {} };
  const place = toPlace(connection);
  const pool = new Pool({ place, maxConnections: 1, applicationName: 'plans-test', ...types });
  let heard: Statement[] = [];
  const source = {
    query(text: string, parameters: readonly unknown[], asArrays: boolean) {
      heard.push({ text, parameters });
      return pool.query(text, parameters, asArrays);
    },
    acquire: () => pool.acquire(),
    release: (session: Parameters<typeof pool.release>[0]) => pool.release(session),
  };
  const db = toDrizzle(source, types) as Db;
  return {
    db,
    async statementsOf(work) {
      heard = [];
      await work(db);
      return heard;
    },
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
  };
}

export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** PostgreSQL plans a prepared statement anew five times, then takes one plan for all values if that looks as good. */
const executions = 6;

/** What PostgreSQL does in the end for a statement that it has seen often: all nodes of the plan. */
export async function explain(sql: postgres.Sql, { text, parameters }: Statement): Promise<PlanNode[]> {
  const own = await sql.reserve();
  try {
    await own.unsafe(`prepare explained as ${text}`);
    const values = parameters.map(toLiteral).join(', ');
    const call = `explain (analyze, timing off, format json) execute explained${values === '' ? '' : `(${values})`}`;
    let plan: PlanNode | undefined;
    for (let i = 0; i < executions; i++) {
      const [row] = await own.unsafe<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>(call);
      plan = row?.['QUERY PLAN'][0].Plan;
    }
    return plan === undefined ? [] : flatten(plan);
  } finally {
    await own.unsafe('deallocate all');
    own.release();
  }
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}

function toLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return `'${value.toISOString()}'`;
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  if (Array.isArray(value)) return quote(`{${value.map((each) => JSON.stringify(each)).join(',')}}`);
  return quote(typeof value === 'string' ? value : JSON.stringify(value));
}

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
