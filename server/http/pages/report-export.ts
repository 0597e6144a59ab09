import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { SignIn } from '../../../core/access/access.ts';
import { exportFormats } from '../../../core/verification/export/formats.ts';
import { Fault, notFound, unauthenticated, type FaultCode } from '../../../core/fault.ts';
import type { ViewSource } from '../../../flows/access/view-source.ts';
import { exportReport } from '../../../flows/verification/export-report.ts';
import { createView } from '../../../flows/view.ts';
import { parseId } from '../../../core/global-id.ts';

export interface ReportExportOptions extends ViewSource {
  readonly publicUrl: string;
  readonly authenticate: (request: FastifyRequest) => Promise<SignIn | null>;
}

/** A damaged document is our fault and no one else's; the other codes mean what they mean in the API. */
const statusByCode: Partial<Record<FaultCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  REPORT_INVALID: 500,
};

/**
 * `GET /reports/<run id>.<json|csv|junit.xml|sarif|html>` with the API's authorization and its error bodies: a foreign
 * run, an absent one and an ending that is not known are the same 404 to the byte.
 */
export function registerReportExport(http: FastifyInstance, options: ReportExportOptions): void {
  const { db, now, publicUrl, authenticate } = options;

  http.get<{ Params: { file: string } }>('/reports/:file', async (request, reply) => {
    try {
      const signIn = await authenticate(request);
      if (signIn === null) throw unauthenticated();
      const { id, ending, format } = parseFile(request.params.file);
      const exported = await exportReport(createView({ db, now }, signIn.viewer), id, publicUrl);
      return await reply
        .type(format.contentType)
        .header('cache-control', 'private, no-store')
        .header('content-disposition', dispositionOf(`verification-${id}.${ending}`))
        .send(format.render(exported));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return await sendFault(reply, error);
    }
  });
}

function parseFile(file: string) {
  const dot = file.indexOf('.');
  const ending = file.slice(dot + 1);
  const format = dot > 0 && Object.hasOwn(exportFormats, ending) ? exportFormats[ending] : undefined;
  if (format === undefined) throw notFound();
  return { id: parseId('run', file.slice(0, dot)), ending, format };
}

/** Only the page for people opens in the browser; what programs read is saved, and never taken for a page of ours. */
function dispositionOf(name: string): string {
  return `${name.endsWith('.html') ? 'inline' : 'attachment'}; filename="${name}"`;
}

async function sendFault(reply: FastifyReply, { code, message, details }: Fault): Promise<FastifyReply> {
  const body = { errors: [{ message, extensions: { code, ...details } }] };
  if (details.retryAfterSeconds !== undefined) reply.header('retry-after', details.retryAfterSeconds);
  return await reply.code(statusByCode[code] ?? 400).send(body);
}
