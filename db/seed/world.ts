import type { Role } from '../../core/access/access.ts';

/** The demo world as data. It is also the tests' world: they rely on who may see what below. */
export interface DemoTenant {
  /** Names the sandbox's scenario; also the tenant's external_id. */
  readonly name: string;
  readonly title: string;
  /** Directory GUID, lower case. */
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export const demoWorkspaces = [
  { slug: 'northwind', name: 'Northwind Managed Services' },
  { slug: 'contoso', name: 'Contoso IT Partners' },
] as const;
export type DemoWorkspaceSlug = (typeof demoWorkspaces)[number]['slug'];

export interface DemoPerson {
  readonly email: string;
  readonly displayName: string;
  readonly workspace: DemoWorkspaceSlug;
  readonly role: Role;
  /** Scenario names of the tenants the person is a member of; owners need none. */
  readonly tenants: 'all' | readonly string[];
  readonly about: string;
}

const operatorTenants = [
  'healthy',
  'missing-permission',
  'secret-expired',
  'secret-invalid',
  'no-consent',
  'throttled',
  'slow',
  'graph-down',
  'wrong-directory',
  'no-connection',
  'no-credential',
  'permission-pending',
] as const;

export const demoPeople: readonly DemoPerson[] = [
  {
    email: 'owner@northwind.example',
    displayName: 'Olivia Owner',
    workspace: 'northwind',
    role: 'owner',
    tenants: 'all',
    about: 'Owns Northwind: sees every tenant and may do everything.',
  },
  {
    email: 'manager@northwind.example',
    displayName: 'Marcus Manager',
    workspace: 'northwind',
    role: 'manager',
    tenants: 'all',
    about: 'Manages tenants, connections and credentials of Northwind.',
  },
  {
    email: 'operator@northwind.example',
    displayName: 'Ophelia Operator',
    workspace: 'northwind',
    role: 'operator',
    tenants: operatorTenants,
    about: 'Verifies some of Northwind’s tenants and acknowledges findings.',
  },
  {
    email: 'readonly@northwind.example',
    displayName: 'Rhys Reader',
    workspace: 'northwind',
    role: 'readonly',
    tenants: ['healthy', 'missing-permission', 'secret-expired', 'no-credential'],
    about: 'Sees some of Northwind’s tenants and changes nothing.',
  },
  {
    email: 'owner@contoso.example',
    displayName: 'Casey Contoso',
    workspace: 'contoso',
    role: 'owner',
    tenants: 'all',
    about: 'Owns Contoso, another provider: sees nothing of Northwind.',
  },
];

/** Contoso manages two of the directories as well, so that both workspaces have something to show. */
export const contosoScenarios: readonly string[] = ['healthy', 'secret-expired'];

/** Tenants the demo leaves unfinished on purpose. */
export const withoutConnection: readonly string[] = ['no-connection'];
export const withoutCredential: readonly string[] = ['no-credential'];
