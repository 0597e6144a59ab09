import type { Capability } from '../../core/access/access.ts';
import { mcpDocuments } from './documents.ts';

export interface Tool {
  readonly title: string;
  /** For the assistant: what it answers and when to use it. */
  readonly description: string;
  readonly document: string;
  /** null: it only reads. A token without the capability is not offered the tool; the API refuses it anyway. */
  readonly starts: Capability | null;
}

const read = (title: string, description: string, document: string): Tool => ({
  title,
  description,
  document,
  starts: null,
});

/** Nothing here can change a customer's tenant: a verification only reads it. */
export const tools: Readonly<Record<string, Tool>> = {
  list_workspaces: read(
    'List workspaces',
    'The workspaces that you can see. Their ids are what the other tools take.',
    mcpDocuments.workspaces,
  ),
  fleet_standing: read(
    'Standing of the fleet',
    'How many tenants of a workspace are ready, and the tenants themselves, a page at a time: pass endCursor as after. Each says since when it has not been ready (firstFailedAt), so tenants that broke since a day are those of readiness BLOCKED or NEEDS_ATTENTION with a later firstFailedAt.',
    mcpDocuments.fleet,
  ),
  why_not_ready: read(
    'Why a tenant is not ready',
    'The checks of the latest verdict that did not pass, with the reason and the next steps of each.',
    mcpDocuments.why,
  ),
  what_changed: read(
    'What changed',
    'The latest verifications of a workspace or of one of its tenants, newest first, each with what differs from the verification before.',
    mcpDocuments.changes,
  ),
  verification_report: read(
    'Report of a verification',
    'The stored report of a run with all of its checks.',
    mcpDocuments.report,
  ),
  common_reasons: read(
    'Reasons across tenants',
    'The reasons that keep the tenants of a workspace from being ready, most blocking first, with who acts and what to do.',
    mcpDocuments.reasons,
  ),
  verification_progress: read(
    'Progress of a verification',
    'How far a run is. Call it again every few seconds until status is COMPLETED.',
    mcpDocuments.progress,
  ),
  start_verification: {
    title: 'Start a verification',
    description:
      'Starts verifying a tenant, which reads its directory and changes nothing there. Follow the run with verification_progress.',
    document: mcpDocuments.start,
    starts: 'provider.run',
  },
};
