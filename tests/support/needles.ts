import type { createClient } from '../../db/engine/client.ts';

/** A secret that was planted, in every form in which it could turn up again. */
export interface Needle {
  readonly name: string;
  readonly forms: readonly string[];
}

export function toNeedle(name: string, secret: string): Needle {
  const bytes = Buffer.from(secret);
  return {
    name,
    forms: [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
      bytes.toString('hex'),
      ...[0, 1, 2].flatMap((offset) => base64Inside(bytes, offset)),
    ],
  };
}

/** What base64 makes of the bytes in the middle of others: the characters at both ends depend on the neighbors. */
function base64Inside(bytes: Buffer, offset: number): string[] {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes]);
  return (['base64', 'base64url'] as const).map((form) => encoded.toString(form).slice(4, -4));
}

/** Names of the needles that occur in the text. */
export function findNeedles(needles: readonly Needle[], text: string): string[] {
  const lower = text.toLowerCase();
  return needles
    .filter(({ forms }) => forms.some((form) => text.includes(form) || lower.includes(form.toLowerCase())))
    .map(({ name }) => name);
}

/** Every row of every table of every schema as text, bytea in hex: whatever PostgreSQL has stored. */
export async function readWholeDatabase(
  sql: ReturnType<typeof createClient>,
): Promise<{ readonly table: string; readonly text: string }[]> {
  const tables = await sql<{ schema: string; name: string }[]>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'`;
  return await Promise.all(
    tables.map(async ({ schema, name }) => {
      const rows = await sql<
        { row: string }[]
      >`select to_jsonb(t)::text as row from ${sql(schema)}.${sql(name)} t`;
      return { table: `${schema}.${name}`, text: rows.map(({ row }) => row).join('\n') };
    }),
  );
}
