/** Microsoft's clouds by the names connections use. The sandbox is one more, and exists only where it is configured. */
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

export function isCloudName(name: string): name is CloudName {
  return (cloudNames as readonly string[]).includes(name);
}
