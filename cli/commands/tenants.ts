import { targetOf, type Context } from '../context.ts';
import { listTenants } from '../tenant-list.ts';
import { toTable, toWords } from '../terminal.ts';

export async function tenants(context: Context): Promise<number> {
  const { options, terminal } = context;
  const found = await listTenants(targetOf(context), options);
  if (options.json) terminal.print(JSON.stringify(found, null, 2));
  else if (found.length > 0)
    terminal.print(
      toTable(
        found.map(({ id, readiness, name, latestVerdict }) => [
          id,
          toWords(readiness),
          name,
          latestVerdict?.completedAt ?? 'never verified',
        ]),
      ),
    );
  return 0;
}
