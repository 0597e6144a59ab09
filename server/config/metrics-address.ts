import { ConfigProblem } from './config-reader.ts';

export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
  /** No one asked for this one: a program that is in its way is no reason to refuse the start. */
  readonly isDefault: boolean;
}

const fallback = '127.0.0.1:9464';

/** For `METRICS_ADDRESS`; empty: the default, which only this machine reaches. */
export function parseMetricsAddress(value: string): MetricsAddress {
  const [, host = '', port = ''] =
    /^(\[[\da-fA-F:.]+\]|[^:[\]]+):(\d{1,5})$/.exec(value === '' ? fallback : value) ?? [];
  if (host === '' || Number(port) > 65_535) {
    throw new ConfigProblem('must be host:port, like 127.0.0.1:9464 or [::1]:9464.');
  }
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port), isDefault: value === '' };
}
