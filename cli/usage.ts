export const usage = `Usage: tenantatlas <command> [options]

  verify <tenant>…         verify tenants: by id, external id, directory GUID or name
    --all                  every active tenant you can see
    --file <path>          tenants from a file, one a line or a CSV with a header; - reads stdin
    --wait                 until they are completed
    --timeout <seconds>    how long to wait (900)
  tenants                  the tenants you can see (--search <text>, --readiness <verdict>)
  runs                     the latest operations (--tenant <tenant>, --limit <number>)
  watch                    operations while they happen, until Ctrl-C (--tenant <tenant>)
  report <run id>          a stored report (--format json|csv|junit|sarif|html)
  login                    store a token, read from stdin, for this address; logout removes it
  completion <shell>       bash, zsh, fish or powershell

Options for all:
  --url <address>     where TenantAtlas runs; else TENANTATLAS_URL, else the one of the last login, else http://127.0.0.1:4000
  --token <token>     an API token; else TENANTATLAS_TOKEN, else the one of login (better: arguments can be seen by others)
  --workspace <name>  only this workspace, by id, slug or name
  --json              the result as JSON
  --quiet             no progress on stderr
  --no-color          no colors; NO_COLOR says the same
  --version, --help

Progress goes to stderr, the result to stdout. Exit codes of verify --wait, of several tenants the worst:
  0 ready   1 needs attention   2 blocked   3 not verified   64 wrong usage   69 service unavailable   70 own fault
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
