import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

export interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers that were not 200. */
  readonly errors: number;
  readonly requests: number;
}

/** As many requests as the server answers on `connections` connections. */
export async function fullLoad(
  url: string,
  bodies: (i: number) => string,
  options: { readonly seconds: number; readonly connections: number },
): Promise<Load> {
  const pool = new Pool(url, { connections: options.connections });
  const until = performance.now() + options.seconds * 1_000;
  const times: number[] = [];
  let sent = 0;
  let errors = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: options.connections }, async () => {
      while (performance.now() < until) {
        const start = performance.now();
        errors += (await ask(pool, bodies(sent++))) ? 0 : 1;
        times.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - begin) / 1_000;
  await pool.close();
  return { perSecond: times.length / seconds, ...quantiles(times), errors, requests: times.length };
}

/**
 * Requests at a fixed rate. A time counts from when a request was due, so that a server that stalls cannot hide it.
 *
 * `asked`: so many of the first requests are sent before, one after the other, and not counted.
 */
export async function steadyLoad(
  url: string,
  bodies: (i: number) => string,
  options: { readonly seconds: number; readonly rate: number; readonly asked?: number },
): Promise<Load> {
  const pool = new Pool(url, { connections: 50 });
  for (let i = 0; i < (options.asked ?? 0); i += 1) await ask(pool, bodies(i));
  const begin = performance.now();
  const times: number[] = [];
  let errors = 0;
  const count = options.seconds * options.rate;
  await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const due = begin + (i * 1_000) / options.rate;
      await pause(Math.max(0, Math.ceil(due - performance.now()))); // a timer counts whole milliseconds
      errors += (await ask(pool, bodies(i))) ? 0 : 1;
      times.push(performance.now() - due);
    }),
  );
  await pool.close();
  return { perSecond: options.rate, ...quantiles(times), errors, requests: count };
}

async function ask(pool: Pool, body: string): Promise<boolean> {
  const { statusCode, body: answer } = await pool.request({
    path: '/v1/judgements',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  await answer.dump();
  return statusCode === 200;
}

function quantiles(times: number[]): { readonly p50: number; readonly p99: number } {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
