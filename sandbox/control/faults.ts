import type { ServerResponse } from 'node:http';
import { aadstsReply, type AadstsAnswer } from '../entra/aadsts.ts';
import { graphError, type Reply, type ReplyContext } from '../replies.ts';

/** A misbehaviour laid over the healthy services, by a scenario or by the control interface. */
export interface Fault {
  /** `discovery`, `keys`, `token`, `graph` (all of it), or how a Graph path starts: `/organization`. */
  readonly on: string;
  /** Absent: every directory. */
  readonly tenantId?: string;
  /** How many answers in a row are spoilt; absent: all of them, forever. */
  readonly times?: number;
  /** After that many good answers the fault comes back, so that a scenario is the same in every run. */
  readonly thenGood?: number;
  readonly answer: FaultAnswer;
  /** Belongs to a scenario: stays when the faults laid on by hand are cleared. */
  readonly ofScenario?: true;
  /** Matching requests seen so far: the fault's own memory. */
  seen: number;
}

export type FaultAnswer =
  | ({ readonly kind: 'aadsts' } & AadstsAnswer)
  | {
      readonly kind: 'graph';
      readonly status: number;
      readonly code: string;
      readonly message?: string;
      readonly retryAfterSeconds?: number;
    }
  | { readonly kind: 'raw'; readonly status: number; readonly contentType: string; readonly body: string }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' }
  /** Promises more bytes than it sends, then closes the connection. */
  | { readonly kind: 'truncated' }
  | { readonly kind: 'huge'; readonly bytes: number };

export const captivePortal: FaultAnswer = {
  kind: 'raw',
  status: 200,
  contentType: 'text/html; charset=utf-8',
  body: '<!doctype html><html><title>Guest network</title><p>Please accept our terms to go online.</p></html>',
};

/** Counts the request against every fault that fits it and returns the first one that is due. */
export function takeFault(faults: readonly Fault[], on: string, tenantId: string | null): FaultAnswer | null {
  const due = faults.filter((fault) => fits(fault, on, tenantId)).filter(isDue);
  return due[0]?.answer ?? null;
}

function fits(fault: Fault, on: string, tenantId: string | null): boolean {
  if (fault.tenantId !== undefined && fault.tenantId !== tenantId) return false;
  if (fault.on === on) return true;
  return on.startsWith('/') && (fault.on === 'graph' || on.startsWith(fault.on));
}

function isDue(fault: Fault): boolean {
  const { times, thenGood } = fault;
  const turn = fault.seen;
  fault.seen += 1;
  if (times === undefined) return true;
  return thenGood === undefined ? turn < times : turn % (times + thenGood) < times;
}

/** null: this fault is about the connection, not about an answer (see `spoil`). */
export function toReply(answer: FaultAnswer, context: ReplyContext): Reply | null {
  switch (answer.kind) {
    case 'aadsts':
      return aadstsReply(context, answer);
    case 'graph':
      return graphError(context, {
        ...answer,
        message: answer.message ?? 'The sandbox was told to answer so.',
      });
    case 'raw':
      return { status: answer.status, headers: { 'content-type': answer.contentType }, body: answer.body };
    case 'redirect':
      // 307 repeats method and body at the new address: the redirect that would leak a client secret.
      return { status: 307, headers: { location: answer.location } };
    case 'reset':
    case 'hang':
    case 'truncated':
    case 'huge':
      return null;
  }
}

export function spoil(response: ServerResponse, answer: FaultAnswer): void {
  switch (answer.kind) {
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'truncated':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' });
      response.write('{"access_token":"', () => response.socket?.destroy());
      return;
    case 'huge':
      sendHuge(response, answer.bytes);
      return;
    case 'hang':
      // The connection stays open until the client gives up.
      return;
    case 'aadsts':
    case 'graph':
    case 'raw':
    case 'redirect':
      throw new TypeError(`${answer.kind} is an answer: send it`);
  }
}

function sendHuge(response: ServerResponse, bytes: number): void {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  let left = bytes;
  response.writeHead(200, { 'content-type': 'application/json' });
  const pump = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length;
      if (!response.write(chunk)) {
        response.once('drain', pump);
        return;
      }
    }
    response.end('{}');
  };
  pump();
}
