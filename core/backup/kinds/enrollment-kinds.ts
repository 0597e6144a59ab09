import { assigned, assignedApart, intune, intuneForm, readOrWrite, type PolicyKindRow } from './row.ts';

const service = { ...intune, anyOf: readOrWrite('ServiceConfig') } as const;

/** How devices come in, and what applies to the whole tenant. */
export const enrollmentKinds = {
  enrollment: {
    ...service,
    ...assigned,
    label: 'Enrollment restrictions and status pages',
    path: '/deviceManagement/deviceEnrollmentConfigurations',
    form: intuneForm({ unordered: ['selectedMobileAppIds'], typed: [''] }),
  },
  autopilot: {
    ...service,
    ...assigned,
    label: 'Autopilot deployment profiles',
    path: '/deviceManagement/windowsAutopilotDeploymentProfiles',
    form: intuneForm({ drop: ['managementServiceAppId'], typed: [''] }),
  },
  terms_and_conditions: {
    ...service,
    ...assignedApart,
    label: 'Terms and conditions',
    path: '/deviceManagement/termsAndConditions',
  },
  device_settings: {
    ...intune,
    label: 'Tenant settings',
    path: '/deviceManagement/settings',
    nameField: null,
    offered: 'one',
  },
  autopilot_settings: {
    ...service,
    label: 'Autopilot settings',
    path: '/deviceManagement/windowsAutopilotSettings',
    nameField: null,
    offered: 'one',
    form: intuneForm({ drop: ['lastSyncDateTime', 'lastManualSyncTriggerDateTime', 'syncStatus'] }),
  },
  cleanup_rules: {
    ...intune,
    label: 'Device cleanup rules',
    path: '/deviceManagement/managedDeviceCleanupRules',
  },
} as const satisfies Readonly<Record<string, PolicyKindRow>>;
