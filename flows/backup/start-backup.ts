import type { Viewer } from '../../core/access/access.ts';
import {
  startOperation,
  type StartAnswer,
  type StartDependencies,
  type StartRequest,
} from '../runs/start-operation.ts';

/** See startOperation for what it promises. */
export async function startBackup(
  dependencies: StartDependencies,
  viewer: Viewer,
  request: Omit<StartRequest, 'type'>,
): Promise<StartAnswer> {
  return await startOperation(dependencies, viewer, { ...request, type: 'backup.run' });
}
