import type { Viewer } from '../access/access.ts';
import type { Workspace } from './workspace.ts';

/** Who may make a workspace: owners of one, everyone who can sign in, or no one. */
export const workspaceCreators = ['owners', 'everyone', 'no-one'] as const;
export type WorkspaceCreators = (typeof workspaceCreators)[number];

/** More than any provider has departments; a list of someone's workspaces stays one answer. */
const mostOwned = 50;

/** Why the viewer cannot make a workspace; null when they can. `workspaces` are all of theirs. */
export function whyNoWorkspace(
  creators: WorkspaceCreators,
  viewer: Viewer,
  workspaces: readonly Pick<Workspace, 'role'>[],
): string | null {
  const owned = workspaces.filter(({ role }) => role === 'owner').length;
  if (viewer.workspaceId !== null) return 'An API token is for one workspace. Sign in to create another.';
  if (creators === 'no-one') return 'New workspaces are turned off here.';
  if (creators === 'owners' && owned === 0) return 'Only owners of a workspace can create another.';
  return owned >= mostOwned ? `You own ${mostOwned} workspaces, which is as many as one person can.` : null;
}

/** Longer ones are cut: a slug stands in settings. */
const longestSlug = 40;

/**
 * What the workspace is called in settings. `ending` is chance: a plain name would tell whether another workspace has it,
 * and could be taken before the one that the operator has named in TOKEN_FILES.
 */
export function toSlug(name: string, ending: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replaceAll(/^-|-$/g, '');
  return plain === '' ? ending : `${plain}-${ending}`;
}
