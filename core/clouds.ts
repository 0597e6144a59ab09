/** Microsoft's clouds by the names connections use. The sandbox is one more, and exists only where it is configured. */
export const cloudNames = ['global', 'usgov', 'usgovdod', 'china', 'sandbox'] as const;
export type CloudName = (typeof cloudNames)[number];

export function isCloudName(name: string): name is CloudName {
  return (cloudNames as readonly string[]).includes(name);
}
