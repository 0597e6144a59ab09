import type { AppRole } from './app-roles.ts';
import { guidFor } from '../guid.ts';

/** What probes find: lists that hold a thing or two, each behind its permission. */
interface Sample {
  readonly path: RegExp;
  readonly anyOf: readonly AppRole[];
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

const item = (displayName: string) => ({ id: guidFor(displayName), displayName });

const managedDevices = [
  'DeviceManagementManagedDevices.Read.All',
  'DeviceManagementManagedDevices.ReadWrite.All',
] as const;

export const directorySamples: readonly Sample[] = [
  {
    path: /^\/users$/,
    anyOf: ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'],
    items: [item('Ada Byron'), item('Grace Murray')],
  },
];

export const intuneSamples: readonly Sample[] = [
  {
    path: /^\/deviceManagement\/managedDevices$/,
    anyOf: managedDevices,
    items: [item('LAPTOP-01'), item('LAPTOP-02')],
  },
];

/** Service plans by id (Microsoft's licensing reference); the first is Intune, the second only looks like it. */
const intunePlan = { servicePlanId: 'c1ec4a95-1f05-45b3-a911-aa3fa01094f5', servicePlanName: 'INTUNE_A' };
const mobileForOfficePlan = {
  servicePlanId: '882e1d05-acd1-4ccb-8708-6ee03664b117',
  servicePlanName: 'INTUNE_O365',
};

export function skus(intuneLicensed: boolean) {
  const plans = intuneLicensed ? [intunePlan, mobileForOfficePlan] : [mobileForOfficePlan];
  const skuPartNumber = intuneLicensed ? 'SPB' : 'O365_BUSINESS_PREMIUM';
  return [
    {
      id: guidFor(skuPartNumber),
      skuId: guidFor(`sku ${skuPartNumber}`),
      skuPartNumber,
      capabilityStatus: 'Enabled',
      appliesTo: 'User',
      consumedUnits: 24,
      prepaidUnits: { enabled: 25, suspended: 0, warning: 0, lockedOut: 0 },
      servicePlans: plans.map((plan) => ({ ...plan, provisioningStatus: 'Success', appliesTo: 'User' })),
    },
  ];
}
