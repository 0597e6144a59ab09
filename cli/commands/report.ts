import { request } from '../api.ts';
import { targetOf, type Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { Problem, unavailable } from '../problems.ts';

const extensions: Record<string, string> = {
  json: 'json',
  csv: 'csv',
  junit: 'junit.xml',
  sarif: 'sarif',
  html: 'html',
};

/** Writes the stored report of a run to stdout in the format asked for. Returns the exit code. */
export async function report(context: Context): Promise<number> {
  const { operands, format } = context.options;
  const [runId = ''] = operands;
  const target = targetOf(context);
  const extension = extensions[format];
  if (extension === undefined) {
    const sentence = `Unknown format: ${format}. Supported formats: ${Object.keys(extensions).join(', ')}.`;
    throw new Problem(sentence, exitCodes.usage);
  }
  const response = await request(
    `${target.url}/reports/${encodeURIComponent(numberOf(runId))}.${extension}`,
    {
      headers: { authorization: `Bearer ${target.token}` },
    },
  );
  const sentence = problems[response.status] ?? `TenantAtlas answered ${response.status}.`;
  if (response.status >= 500 || response.status === 429) throw unavailable(sentence);
  if (!response.ok) throw new Problem(sentence);
  process.stdout.write(await response.text());
  return 0;
}

const problems: Record<number, string> = {
  401: 'The API token is not valid, was revoked, or has expired.',
  404: 'No such report, or you don’t have access.',
};

/** Addresses have plain numbers, ids may have their type before them. */
function numberOf(id: string): string {
  return id.replace(/^run_/, '');
}
