import { capabilityLabels } from '../../core/access/access.ts';
import { cliCapabilities, type CliLoginRequest } from '../../core/people/cli-login.ts';
import type { Workspace } from '../../core/tenants/workspace.ts';
import { escapeMarkup } from '../../core/verification/export/markup.ts';

/** Says who asks and for what. It has no script, and what the command line calls itself is shown as its own words. */
export function toConfirmation(
  { name, port }: CliLoginRequest,
  workspaces: readonly Pick<Workspace, 'id' | 'name'>[],
): string {
  if (workspaces.length === 0)
    return page(
      'Log in a command line',
      '<p>You are not in a workspace yet, so there is nothing it could see.</p>',
    );
  return page(
    'Log in a command line?',
    `<p>A program on this computer (127.0.0.1, port ${port}) that calls itself
<q>${escapeMarkup(name)}</q> asks for an API token that acts as you.</p>
<p><strong>Allow it only if you have just run <code>tenantatlas login</code>.</strong></p>
<form method="post">
<fieldset><legend>For the workspace</legend>${workspaces.map(toChoice).join('')}</fieldset>
<p>As far as your role there includes it, the token can:</p>
<ul>${cliCapabilities.map((capability) => `<li>${escapeMarkup(capabilityLabels[capability])}</li>`).join('')}</ul>
<p>It expires after 90 days. You can revoke it under API tokens at any time.</p>
<button name="decision" value="allow">Allow</button> <button name="decision" value="cancel">Cancel</button>
</form>`,
  );
}

export function toRefusal(): string {
  return page(
    'This link is not complete',
    '<p>Run <code>tenantatlas login</code> again and use the link that it shows.</p>',
  );
}

function toChoice({ id, name }: Pick<Workspace, 'id' | 'name'>, index: number): string {
  const checked = index === 0 ? ' checked' : '';
  return `<label><input type="radio" name="workspace" value="workspace_${id}"${checked}> ${escapeMarkup(name)}</label>`;
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title} · TenantAtlas</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 36rem; margin: 3rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } label { display: block; } fieldset { margin: 1rem 0; }
q { overflow-wrap: anywhere; } button { font: inherit; padding: 0.4rem 1.2rem; }
</style></head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>`;
}
