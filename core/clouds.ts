/**
 * Microsoft's clouds, by the names that connections use. The sandbox is another one, which exists only where it is
 * configured.
 */
export const cloudNames = ['global', 'usgov', 'usgovdod', 'china', 'sandbox'] as const;
export type CloudName = (typeof cloudNames)[number];

/** Microsoft's own names for them (learn.microsoft.com/graph/deployments). */
export const cloudLabels = {
  global: 'Microsoft global',
  usgov: 'US Government (GCC High)',
  usgovdod: 'US Government (DoD)',
  china: 'China (21Vianet)',
  sandbox: 'Sandbox of this demo',
} as const satisfies Record<CloudName, string>;

/**
 * The clouds an installation can reach, the most likely one first: where there is a sandbox, it has the directories
 * at hand.
 */
export function toReachableClouds(
  names: readonly CloudName[],
): readonly { readonly name: CloudName; readonly label: string }[] {
  return names
    .toSorted((a, b) => Number(b === 'sandbox') - Number(a === 'sandbox'))
    .map((name) => ({ name, label: cloudLabels[name] }));
}

export function isCloudName(name: string): name is CloudName {
  return (cloudNames as readonly string[]).includes(name);
}
