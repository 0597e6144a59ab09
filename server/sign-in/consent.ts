import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SignIn } from '../../core/access/access.ts';
import { isCloudName } from '../../core/clouds.ts';
import type { ViewSource } from '../../flows/access/view-source.ts';
import type { Flows } from '../../flows/flows.ts';
import type { ToConsentUrl } from '../../flows/onboarding/request-consent.ts';
import { createView } from '../../flows/view.ts';
import { toAdminConsentUrl } from '../../providers/microsoft/sign-in/admin-consent.ts';
import type { Clouds } from '../../providers/microsoft/sign-in/clouds.ts';
import { orNobody } from '../http/payment.ts';

/** Where Microsoft sends administrators back to: to be registered as a redirect URI of the application. */
const consentReturnPath = '/onboarding/consent';

export function createToConsentUrl(clouds: Clouds, publicUrl: string): ToConsentUrl {
  const redirectUri = `${publicUrl}${consentReturnPath}`;
  return ({ cloud: name, entraTenantId }, clientId, state) => {
    const cloud = isCloudName(name) ? clouds.get(name) : undefined;
    return cloud === undefined
      ? null
      : toAdminConsentUrl(cloud, { entraTenantId, clientId, redirectUri, state });
  };
}

export interface ConsentOptions extends ViewSource {
  readonly authenticate: (request: FastifyRequest) => Promise<SignIn | null>;
  readonly flows: Pick<Flows, 'receiveConsent'>;
}

/** Longer than any `state` of ours (43 characters); whatever is longer is not looked up. */
const longestState = 100;

/**
 * The way back from Microsoft's consent page, in the browser of the customer's administrator, who is usually no one here.
 * `tenant` and everything else in the address is ignored: anyone can write it. Whoever is signed in and entitled lands
 * on the onboarding; everyone else reads a sentence that names no tenant.
 */
export function registerConsent(http: FastifyInstance, options: ConsentOptions): void {
  const { db, now, authenticate, flows } = options;

  http.get<{ Querystring: Record<string, unknown> }>(consentReturnPath, async (request, reply) => {
    const { state, admin_consent: said, error } = request.query;
    const isGranted = error === undefined && typeof said === 'string' && said.toLowerCase() === 'true';
    const isReadable = typeof state === 'string' && state.length <= longestState;
    const received = isReadable ? await flows.receiveConsent({ state, isGranted }) : null;
    reply.header('cache-control', 'no-store');
    // A connection's own consent link carries no state, for nothing waits for its answer.
    if (state === undefined && (said !== undefined || error !== undefined))
      return await reply.type(html).send(page(isGranted ? sentences.returned : sentences.declined));
    if (received === null) return await reply.code(410).type(html).send(page(sentences.gone));
    if (await isEntitled(request, received.sessionId)) {
      return await reply.redirect(`/onboarding/${received.sessionId}`, 303);
    }
    const granted = received.hasStarted ? sentences.granted : sentences.notStarted;
    return await reply.type(html).send(page(isGranted ? granted : sentences.declined));
  });

  async function isEntitled(request: FastifyRequest, sessionId: number): Promise<boolean> {
    const signIn = await authenticate(request).catch(orNobody);
    if (signIn === null) return false;
    return (await createView({ db, now }, signIn.viewer).onboardingSessionsById([sessionId])).length === 1;
  }
}

const html = 'text/html; charset=utf-8';

const sentences = {
  granted: ['Thank you', 'Consent received; it is being checked now. You can close this window.'],
  notStarted: [
    'Thank you',
    'Consent received. It is not checked yet: an operator, manager or owner of your service provider’s workspace has to start the verification. You can close this window.',
  ],
  declined: ['Not granted', 'Consent was declined. Nothing has changed; you can close this window.'],
  returned: [
    'Back from Microsoft',
    'If you just consented, nothing more is needed from you. You can close this window.',
  ],
  gone: [
    'This link no longer works',
    'It was already used, has expired, or is not valid. Ask your service provider for a new one.',
  ],
} as const;

function page([title, sentence]: readonly [string, string]): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · TenantAtlas</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem;color-scheme:light dark}</style>
<main><h1>${title}</h1><p>${sentence}</p></main></html>`;
}
