import { createHash } from 'node:crypto';
import type { Reply } from '../replies.ts';
import { people } from './sign-in-people.ts';

/** Legible without a picture, a font or a script: the page may load nothing at all. */
const style = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem; color: #1b1a19; background: #fff }
p.banner { background: #fff4ce; border: 1px solid #8a6d00; border-radius: 4px; padding: .5rem 1rem }
li { margin: .75rem 0 } a { color: #0f548c } small { display: block; color: #555 }
@media (prefers-color-scheme: dark) { body { color: #f3f2f1; background: #1b1a19 } a { color: #8cc8ff } small { color: #bbb }
p.banner { color: #1b1a19 } }`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** `addressOf` gives the address that goes on as the account; `cancel` the one that goes back without. */
export function accountPage(addressOf: (key: string) => string, cancel: string): Reply {
  const accounts = people.map(
    ({ key, displayName, userName }) =>
      `<li><a href="${escape(addressOf(key))}">${escape(displayName)}</a><small>${escape(userName)}</small></li>`,
  );
  return page(
    200,
    'Pick an account',
    `<ul>${accounts.join('')}</ul><p><a href="${escape(cancel)}">Cancel</a></p>`,
  );
}

export function errorPage(status: number, sentence: string): Reply {
  return page(status, 'Sorry, but we’re having trouble signing you in', `<p>${escape(sentence)}</p>`);
}

function page(status: number, title: string, body: string): Reply {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
    body: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · SANDBOX</title><style>${style}</style></head>
<body><main><p class="banner"><strong>SANDBOX.</strong> This is not Microsoft. No one here has a password.</p>
<h1>${title}</h1>${body}</main></body></html>`,
  };
}

function escape(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
