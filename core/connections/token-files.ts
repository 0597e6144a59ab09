/** What the operator lets one workspace use of the machine's token files: one file, or everything in a folder. */
export interface TokenFile {
  /** The workspace's slug. */
  readonly workspace: string;
  /** Absolute and normalized. */
  readonly path: string;
}

/** The files and folders of one workspace. Those of other workspaces are not even named to it. */
export function tokenPathsOf(tokenFiles: readonly TokenFile[], workspaceSlug: string): readonly string[] {
  return tokenFiles.filter(({ workspace }) => workspace === workspaceSlug).map(({ path }) => path);
}
