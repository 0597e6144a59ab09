import { targetOf, type Context } from '../context.ts';
import { subscribe } from '../event-stream.ts';
import { findTenantId } from '../find-tenant.ts';
import { listWorkspaces } from '../tenant-list.ts';
import { colorOf, toOneLine, toTable, toWords } from '../terminal.ts';
import { documents } from '../documents.ts';
import { stateOf, type RunLine } from './runs.ts';

interface Run extends RunLine {
  readonly progress: { readonly completed: number; readonly total: number };
}

/** On a terminal a table that follows, elsewhere one line a change. Ends with Ctrl-C. */
export async function watch(context: Context): Promise<number> {
  const { options } = context;
  const never = new AbortController().signal;
  const target = targetOf(context);
  const [tenant] = options.tenants;
  const tenantId = tenant === undefined ? null : await findTenantId(target, tenant);
  const show = createView(context);
  const workspaces = await listWorkspaces(target, options.workspace);
  await Promise.all(
    workspaces.map(async ({ id: workspaceId }) => {
      const variables = { workspaceId, tenantId };
      const events = subscribe<{ workspaceRuns: Run }>(target, documents.watch, variables, never);
      for await (const { workspaceRuns } of events) show(workspaceRuns);
    }),
  );
  return 0;
}

function createView({ options, terminal }: Context): (run: Run) => void {
  if (options.json) return (run) => terminal.print(JSON.stringify(run));
  if (!terminal.isInteractive) return (run) => terminal.print(toOneLine(cellsOf(run).join('  ')));
  const shown = new Map<string, Run>();
  return (run) => {
    shown.set(run.id, run);
    // As many as a small terminal has lines.
    const latest = [...shown.values()].slice(-20);
    const lines = toTable(latest.map(cellsOf)).split('\n');
    terminal.print(
      `\u001B[2J\u001B[H${latest.map((one, index) => terminal.color(colorOf(stateOf(one)), lines[index] ?? '')).join('\n')}`,
    );
  };
}

function cellsOf(run: Run): string[] {
  const { completed, total } = run.progress;
  const steps = run.status === 'RUNNING' ? `${completed} of ${total}` : '';
  return [run.id, toWords(stateOf(run)), steps, run.label, run.tenant?.name ?? ''];
}
