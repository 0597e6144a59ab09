export const usage = `Usage: tenantatlas <command> [options]

  verify <tenant>…         verify tenants: by id, external id, directory GUID or name
    --all                  every active tenant you can see
    --file <path>          tenants from a file, one per line or a CSV with a header; - reads stdin
    --wait                 wait until they complete
    --timeout <seconds>    how long to wait (default: 900)
  tenants                  the tenants you can see (--search <text>, --readiness <verdict>)
  runs                     the latest operations (--tenant <tenant>, --limit <number>)
  watch                    operations as they happen, until Ctrl-C (--tenant <tenant>)
  report <run id>          a stored report (--format json|csv|junit|sarif|html)
  login                    log in with the browser, or store a token read from stdin; logout removes it
    --web                  with the browser, also without a terminal
  completion <shell>       bash, zsh, fish or powershell

Options for all commands:
  --url <address>     where TenantAtlas runs (default: TENANTATLAS_URL, the last login's, or http://127.0.0.1:4000)
  --token <token>     an API token (default: TENANTATLAS_TOKEN or the login's; safer, since others can see arguments)
  --workspace <name>  only this workspace, by id, slug or name
  --json              the result as JSON
  --quiet             no progress on stderr
  --no-color          no colors, like NO_COLOR
  --version, --help

Progress goes to stderr, the result to stdout. Exit codes of verify --wait (the worst, for several tenants):
  0 ready   1 needs attention   2 blocked   3 not verified   64 usage error   69 service unavailable   70 internal error
`;

export const commandNames = [
  'verify',
  'tenants',
  'runs',
  'watch',
  'report',
  'login',
  'logout',
  'completion',
] as const;
export type CommandName = (typeof commandNames)[number];
