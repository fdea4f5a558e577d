/** Asking a real Prometheus, and letting it evaluate recording rules on data of the past. */
import type { RecordingRule } from '../../lib/rules';
import { type RunningPrometheus, type Series, startPrometheus } from '../support/prometheus';

export interface Answer {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** An instant query; throws what Prometheus says when it does not accept it. Warnings are an error, too. */
export async function ask(url: string, query: string, time: number): Promise<Answer[]> {
  const { result } = (await post(url, 'query', { query, time: String(time) })) as {
    result: { metric: Record<string, string>; value: [number, string] }[];
  }; // Prometheus' own answer
  return result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }));
}

/** The answer as one number. */
export async function number(url: string, query: string, time: number): Promise<number | undefined> {
  const rows = await ask(url, query, time);
  if (rows.length > 1) throw new Error(`${query}: one row at most is expected, got ${rows.length}`);
  return rows[0]?.value;
}

/**
 * Starts Prometheus with the data and with what the recording rules make of them, evaluated by Prometheus itself.
 * A record that reads others is evaluated when they are there.
 */
export async function startWithRecords(
  series: readonly Series[],
  rules: readonly RecordingRule[],
  from: number,
  to: number,
): Promise<RunningPrometheus> {
  let known = [...series];
  let pending = [...rules];
  for (;;) {
    const server = await startPrometheus(known);
    if (pending.length === 0) return server;
    const names = new Set(pending.map(({ record }) => record));
    const next = pending.filter(({ expr }) => ![...names].some((name) => expr.includes(name)));
    if (next.length === 0) throw new Error(`records that read each other: ${[...names].join(', ')}`);
    try {
      for (const rule of next) known = [...known, ...(await evaluated(server.url, rule, from, to))];
    } finally {
      await server.stop();
    }
    pending = pending.filter((rule) => !next.includes(rule));
  }
}

/** A range query with a point every 30 seconds. */
export async function range(
  url: string,
  query: string,
  start: number,
  end: number,
): Promise<{ labels: Record<string, string>; points: (readonly [number, number])[] }[]> {
  const form = { query, start: String(start), end: String(end), step: '30' };
  const { result } = (await post(url, 'query_range', form)) as { result: { metric: Record<string, string>; values: [number, string][] }[] }; // Prometheus' own answer
  return result.map(({ metric, values }) => ({ labels: metric, points: values.map(([time, value]) => [time, Number(value)] as const) }));
}

async function evaluated(url: string, { record, expr }: RecordingRule, start: number, end: number): Promise<Series[]> {
  const rows = await range(url, expr, start, end);
  return rows.map(({ labels, points }) => ({ name: record, labels, samples: points }));
}

async function post(url: string, path: string, form: Record<string, string>): Promise<unknown> {
  const response = await fetch(`${url}/api/v1/${path}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    signal: AbortSignal.timeout(10_000),
  });
  const answer = (await response.json()) as { status: string; error?: string; warnings?: string[]; data: unknown };
  if (answer.status !== 'success' || answer.warnings) throw new Error(`${form['query']}\n${answer.error ?? answer.warnings?.join()}`);
  return answer.data;
}
