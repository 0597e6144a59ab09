import { setTimeout as delay } from 'node:timers/promises';
import { dataOf, request, type Answer, type Target } from './api.ts';
import { exitCodes } from './exit-codes.ts';
import { Problem, unavailable } from './problems.ts';

/** The server says something at least every 12 s; a stream silent for so long (ms) is lost. */
const silenceLimitMs = 40_000;
/** Between two attempts (ms), doubled up to the longest: a restart is over in seconds. */
const firstPauseMs = 500;
const longestPauseMs = 8_000;

/**
 * Every event of a subscription, over server-sent events, until the server completes it or `signal` says stop. A lost stream
 * is reopened; the server then starts with the current state, so events may repeat and none is missed.
 */
export async function* subscribe<T>(
  target: Target,
  document: string,
  variables: object,
  signal: AbortSignal,
): AsyncGenerator<T> {
  let pauseMs = firstPauseMs;
  while (!signal.aborted) {
    const events = untilLost(readStream(target, document, variables, signal));
    for await (const { name, data } of events) {
      if (name === 'complete') return;
      pauseMs = firstPauseMs;
      yield dataOf(JSON.parse(data) as Answer<T>, 'The subscription sent no data.');
    }
    await delay(pauseMs, undefined, { signal }).catch(() => undefined);
    pauseMs = Math.min(longestPauseMs, pauseMs * 2);
  }
}

/** Ends where the connection does; what the API refuses stays an error. */
async function* untilLost(events: AsyncIterable<ServerEvent>): AsyncGenerator<ServerEvent> {
  try {
    yield* events;
  } catch (error) {
    if (!(error instanceof Problem) || error.exitCode !== exitCodes.unavailable) throw error;
  }
}

interface ServerEvent {
  readonly name: string;
  readonly data: string;
}

async function* readStream(
  { url, token }: Target,
  document: string,
  variables: object,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent> {
  const silence = new AbortController();
  const response = await request(`${url}/graphql/stream`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query: document, variables }),
    signal: AbortSignal.any([signal, silence.signal]),
  });
  if (!response.ok || response.body === null) throw await toProblem(response);
  const timer = setTimeout(() => silence.abort(), silenceLimitMs);
  let text = '';
  try {
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      timer.refresh();
      const frames = (text + chunk).split('\n\n');
      text = frames.pop() ?? '';
      for (const frame of frames) yield* parseFrame(frame);
    }
  } catch (error) {
    throw unavailable('The connection was lost.', error);
  } finally {
    clearTimeout(timer);
  }
}

/** Comments keep the connection alive and carry nothing. */
function* parseFrame(frame: string): Generator<ServerEvent> {
  const fields = new Map(
    frame.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
  const name = fields.get('event')?.trim();
  if (name !== undefined) yield { name, data: fields.get('data')?.trim() ?? '' };
}

async function toProblem(response: Response): Promise<Problem> {
  const { errors = [] } = (await response.json().catch(() => ({}))) as Answer<never>;
  const said = errors.map(({ message }) => message).join('\n');
  const message = said === '' ? `TenantAtlas answered ${response.status}.` : said;
  const passes = response.status === 429 || response.status >= 500;
  return passes ? unavailable(message) : new Problem(message);
}
