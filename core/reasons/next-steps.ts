import type { CloudName } from '../clouds.ts';

export interface NextStep {
  readonly label: string;
  /** Absolute, or a path of the web application. */
  readonly url: string;
}

/** What the links need to know. A step whose link lacks a part is left out: a dead link is worse than none. */
export interface StepContext {
  readonly tenantId: number;
  readonly connectionId: number | null;
  readonly cloud: CloudName;
  readonly entraTenantId: string | null;
  readonly clientId: string | null;
}

interface Step {
  readonly label: string;
  readonly url: (context: StepContext) => string | null;
}

/** Admin portals per cloud (learn.microsoft.com/graph/deployments, national clouds). The sandbox has no portal. */
const portals: Record<CloudName, { entra: string; admin: string; intune: string } | null> = {
  global: {
    entra: 'https://entra.microsoft.com',
    admin: 'https://admin.microsoft.com',
    intune: 'https://intune.microsoft.com',
  },
  usgov: {
    entra: 'https://entra.microsoft.us',
    admin: 'https://portal.office365.us',
    intune: 'https://intune.microsoft.us',
  },
  usgovdod: {
    entra: 'https://entra.microsoft.us',
    admin: 'https://portal.apps.mil',
    intune: 'https://intune.microsoft.us',
  },
  china: {
    entra: 'https://entra.microsoftonline.cn',
    admin: 'https://portal.partner.microsoftonline.cn',
    intune: 'https://intune.microsoftonline.cn',
  },
  sandbox: null,
};

const entra = (context: StepContext, blade: string): string | null => {
  const portal = portals[context.cloud];
  return portal === null ? null : `${portal.entra}/#${blade}`;
};

const connectionPath = ({ tenantId, connectionId }: StepContext): string =>
  connectionId === null ? `/tenants/${tenantId}` : `/tenants/${tenantId}/connections/${connectionId}`;

const steps = {
  open_tenant: { label: 'Open the tenant', url: ({ tenantId }) => `/tenants/${tenantId}` },
  verify_again: { label: 'Verify again', url: ({ tenantId }) => `/tenants/${tenantId}?verify=1` },
  add_connection: {
    label: 'Add a connection',
    url: ({ tenantId }) => `/tenants/${tenantId}/connections/new`,
  },
  open_connection: { label: 'Check the connection', url: connectionPath },
  add_credential: { label: 'Add a credential', url: (context) => `${connectionPath(context)}#credential` },
  replace_credential: {
    label: 'Replace the credential',
    url: (context) => `${connectionPath(context)}#credential`,
  },
  grant_consent: {
    label: 'Send the admin consent link',
    url: (context) => `${connectionPath(context)}#consent`,
  },
  open_directory: {
    label: 'Open the directory in Entra',
    url: (context) => entra(context, 'view/Microsoft_AAD_IAM/TenantOverview.ReactView'),
  },
  open_app: {
    label: 'Open the app registration',
    url: (context) =>
      context.clientId &&
      entra(
        context,
        `view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/${context.clientId}`,
      ),
  },
  open_app_credentials: {
    label: 'Open the app’s certificates and secrets',
    url: (context) =>
      context.clientId &&
      entra(
        context,
        `view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/${context.clientId}`,
      ),
  },
  open_enterprise_app: {
    label: 'Open the enterprise application',
    url: (context) =>
      context.clientId &&
      entra(context, `view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/appId/${context.clientId}`),
  },
  open_sign_in_logs: {
    label: 'Open the service principal sign-ins',
    url: (context) => entra(context, 'view/Microsoft_AAD_IAM/SignInLogsList.ReactView'),
  },
  open_licences: {
    label: 'Open the licenses',
    url: ({ cloud }) => {
      const portal = portals[cloud];
      return portal && `${portal.admin}/AdminPortal/Home#/licenses`;
    },
  },
  open_intune: {
    label: 'Open Intune',
    url: ({ cloud }) => portals[cloud]?.intune ?? null,
  },
  open_service_health: {
    label: 'Check Microsoft’s service health',
    url: ({ cloud }) => (cloud === 'sandbox' ? null : 'https://status.cloud.microsoft'),
  },
  trust_proxy_ca: {
    label: 'Set NODE_EXTRA_CA_CERTS',
    url: () => 'https://nodejs.org/api/cli.html#node_extra_ca_certsfile',
  },
  report_code: { label: 'Report this code', url: () => '/help/report-a-code' },
} satisfies Record<string, Step>;

export type NextStepKey = keyof typeof steps;

export function toNextSteps(keys: readonly NextStepKey[], context: StepContext): NextStep[] {
  return keys.flatMap((key) => {
    const url = steps[key].url(context);
    return url === null ? [] : [{ label: steps[key].label, url }];
  });
}

/** Where the catalog explains a reason; the web application serves it (docs/reasons.md has the same text). */
export function reasonPath(code: string): string {
  return `/help/reasons#${code}`;
}

/** For when no one can act: while Microsoft is down, verifying a fleet again and again does not help. */
export const waitStep = 'Wait, then verify again';

export function stepLabel(key: NextStepKey): string {
  return steps[key].label;
}
