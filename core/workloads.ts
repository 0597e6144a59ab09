/** What a provider manages in a tenant, piece by piece. Names are part of check keys and of the public API. */
export const workloads = [
  'configuration',
  'apps',
  'devices',
  'enrolment',
  'rbac',
  'scripts',
  'groups',
  'conditional_access',
] as const;
export type Workload = (typeof workloads)[number];

export interface WorkloadDefinition {
  readonly label: string;
  /** Served by Intune: without a license for it, nothing answers. */
  readonly isIntune: boolean;
  /**
   * Microsoft Graph application permissions of which any one is enough; the first is the least and the one we ask for
   * (learn.microsoft.com/graph/permissions-reference).
   */
  readonly read: readonly string[];
  readonly write: readonly string[];
}

const intune = (label: string, name: string): WorkloadDefinition => ({
  label,
  isIntune: true,
  read: [`DeviceManagement${name}.Read.All`, `DeviceManagement${name}.ReadWrite.All`],
  write: [`DeviceManagement${name}.ReadWrite.All`],
});

export const workloadDefinitions: Record<Workload, WorkloadDefinition> = {
  configuration: intune('Configuration', 'Configuration'),
  apps: intune('Apps', 'Apps'),
  devices: intune('Managed devices', 'ManagedDevices'),
  enrolment: intune('Enrollment', 'ServiceConfig'),
  rbac: intune('Intune roles', 'RBAC'),
  // Microsoft's own list still names DeviceManagementConfiguration; the service asks for these since autumn 2025.
  scripts: intune('Scripts', 'Scripts'),
  groups: {
    label: 'Groups',
    isIntune: false,
    read: ['Group.Read.All', 'Group.ReadWrite.All', 'Directory.Read.All'],
    write: ['Group.ReadWrite.All'],
  },
  conditional_access: {
    label: 'Conditional Access',
    isIntune: false,
    read: ['Policy.Read.ConditionalAccess', 'Policy.Read.All', 'Policy.ReadWrite.ConditionalAccess'],
    write: ['Policy.ReadWrite.ConditionalAccess'],
  },
};
