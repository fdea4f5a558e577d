import { ProviderFailure, type ProviderReason } from '../provider';
import { within } from '../within';
import { type Answer, readAnswer } from './answer';
import { createTransport, type PrometheusConnection, type Transport } from './transport';

/** When a query is evaluated: at every `step` seconds from `start` to `end`, or once at `end` where both are equal. */
export interface Evaluation {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

export interface PrometheusClient {
  /**
   * Asks one query. Identical queries that are under way at the same time are asked once.
   *
   * @throws {ProviderFailure} when there is no usable answer before `signal`
   */
  ask(promql: string, at: Evaluation, signal: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}

export interface PrometheusClientOptions {
  /** Longest time one query may take, tries and pauses included. @default 5 seconds */
  readonly queryMs?: number;
  /** Told of every query that was sent. @default nobody */
  readonly onQuery?: (event: QueryEvent) => void;
}

export interface QueryEvent {
  readonly outcome: 'ok' | ProviderReason;
  readonly seconds: number;
}

/** A client of one Prometheus-compatible API. */
export function createPrometheusClient(connection: PrometheusConnection, options: PrometheusClientOptions = {}): PrometheusClient {
  const { queryMs = 5_000, onQuery } = options;
  const transport = createTransport(connection);
  const underWay = new Map<string, Promise<Answer>>();

  const shared = (promql: string, at: Evaluation): Promise<Answer> => {
    const key = `${at.start} ${at.end} ${at.step} ${promql}`;
    const running = underWay.get(key);
    if (running !== undefined) return running;
    const answer = observed(() => send(transport, promql, at, queryMs), onQuery).finally(() => underWay.delete(key));
    underWay.set(key, answer);
    return answer;
  };
  return {
    // One caller's limit does not end the query of the others.
    ask: (promql, at, signal) => within(signal, shared(promql, at), late),
    close: () => transport.close(),
  };
}

const late = (cause: unknown) => new ProviderFailure('provider-timeout', 'did not answer in time', { cause });

async function send(transport: Transport, promql: string, { start, end, step }: Evaluation, queryMs: number): Promise<Answer> {
  const once = start === end;
  const form = new URLSearchParams({
    query: promql,
    ...(once ? { time: String(end) } : { start: String(start), end: String(end), step: String(step) }),
    timeout: `${queryMs}ms`,
    // Thanos answers without its missing stores unless it is told not to.
    partial_response: 'false',
  });
  return readAnswer(await transport.post(once ? '/api/v1/query' : '/api/v1/query_range', form, AbortSignal.timeout(queryMs)));
}

async function observed(ask: () => Promise<Answer>, onQuery: PrometheusClientOptions['onQuery']): Promise<Answer> {
  const start = performance.now();
  const tell = (outcome: QueryEvent['outcome']) => onQuery?.({ outcome, seconds: (performance.now() - start) / 1_000 });
  try {
    const answer = await ask();
    tell('ok');
    return answer;
  } catch (cause) {
    tell(cause instanceof ProviderFailure ? cause.reason : 'provider-malformed');
    throw cause;
  }
}
