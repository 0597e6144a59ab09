import { ApiProblem, request } from './api.ts';
import type { Command } from './arguments.ts';

const extensions: Record<string, string> = {
  json: 'json',
  csv: 'csv',
  junit: 'junit.xml',
  sarif: 'sarif',
  html: 'html',
};

/** Writes the stored report of a run to stdout in the format asked for. Returns the exit code. */
export async function report({
  target,
  runId,
  format,
}: Extract<Command, { kind: 'report' }>): Promise<number> {
  const extension = extensions[format];
  if (extension === undefined) {
    throw new ApiProblem(`There is no format ${format}. There are: ${Object.keys(extensions).join(', ')}.`);
  }
  const response = await request(`${target.url}/reports/${encodeURIComponent(runId)}.${extension}`, {
    headers: { authorization: `Bearer ${target.token}` },
  });
  if (!response.ok)
    throw new ApiProblem(problems[response.status] ?? `TenantAtlas answered ${response.status}.`);
  process.stdout.write(await response.text());
  return 0;
}

const problems: Record<number, string> = {
  401: 'The API token is not valid, was revoked, or has expired.',
  404: 'No such report, or you don’t have access.',
};
