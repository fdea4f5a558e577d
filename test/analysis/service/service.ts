/** The service in memory, with everything outside of it in the hands of the test. */
import type { FastifyInstance } from 'fastify';
import { type AppDependencies, createApp } from '../../../analysis/app';
import { catalogueOf } from '../../../analysis/catalogue';
import type { JudgedRollout } from '../../../analysis/contract/catalogue.generated';
import { exampleCatalogue } from '../../../analysis/contract/queries';
import type { Windows } from '../../../analysis/contract/windows.generated';
import { createTelemetry } from '../../../analysis/http/telemetry';
import { splitJudge } from '../../../analysis/judging/split';
import type { Provider, ReleaseData } from '../../../analysis/providers/provider';
import { createMemoryStore } from '../../../analysis/store/memory';

/** A look at 22:25:20, five seconds after the scrape that completes the window ending at 22:25. */
export const now = Date.UTC(2023, 10, 14, 22, 25, 20);
export const lastWindowEnd = Date.UTC(2023, 10, 14, 22, 25) / 1_000;

export const request = {
  rollout: 'myapp',
  namespace: 'production',
  canaryHash: 'bbb',
  stableHash: 'aaa',
  phase: 'step',
  objectives: 'all',
  weight: '10',
} as const;

export async function service(overrides: Partial<AppDependencies> = {}): Promise<FastifyInstance> {
  const catalogue = overrides.catalogue ?? catalogueOf(exampleCatalogue);
  return createApp({
    catalogue,
    provider: answering(counted()),
    store: createMemoryStore(),
    judge: splitJudge,
    clock: () => now,
    telemetry: createTelemetry(catalogue),
    tokens: null,
    ...overrides,
  });
}

export function answering(data: Partial<ReleaseData>): Provider {
  const all = { windows: counted().windows, age: 0, notFinite: 0, warnings: [], queries: [], ...data };
  return { release: async ({ stableHash }) => ({ ...all, windows: stableHash === null ? { ...all.windows, stable: null } : all.windows }) };
}

export interface Counted {
  readonly windows?: number;
  readonly canary?: { readonly requests?: number; readonly errors?: number; readonly slow?: number };
  readonly stable?: { readonly requests?: number; readonly errors?: number; readonly slow?: number };
}

/** The same numbers in every window: requests, errors among them, and how many took longer than 0.5 s. */
export function counted({ windows: length = 10, canary = {}, stable = {} }: Counted = {}): { readonly windows: Windows } {
  const side = ({ requests = 600, errors = 1, slow = 2 }: NonNullable<Counted['canary']>) => ({
    requests: Array.from({ length }, () => requests),
    errors: Array.from({ length }, () => errors),
    buckets: Array.from({ length }, () => [Math.round(requests / 2), requests - slow, requests, requests]),
  });
  return {
    windows: {
      from: length === 0 ? null : lastWindowEnd - length * 60,
      seconds: 60,
      le: [0.1, 0.5, 2.5],
      canary: side(canary),
      stable: side({ requests: 5_400, errors: 9, slow: 18, ...stable }),
    },
  };
}

/** The example rollout, changed. */
export function rolloutWith(changes: Partial<JudgedRollout>): JudgedRollout {
  const [example] = exampleCatalogue.rollouts;
  if (example === undefined) throw new Error('the example catalogue has a rollout');
  return { ...example, ...changes };
}

export function post(app: FastifyInstance, body: unknown, headers: Record<string, string> = {}) {
  return app.inject({
    method: 'POST',
    url: '/v1/judgements',
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
