/**
 * A server to be measured, in a process of its own: `bare`, `stub`, `hurried` (a stub for which a minute lasts a tenth of a second) or `prometheus`. Tells
 * its parent where it listens, its memory and its processor time.
 */
import fastify from 'fastify';
import { createApp } from '../../analysis/app';
import { catalogueOf } from '../../analysis/catalogue';
import { exampleCatalogue } from '../../analysis/contract/queries';
import { createTelemetry } from '../../analysis/http/telemetry';
import { splitJudge } from '../../analysis/judging/split';
import { warmUp } from '../../analysis/judging/warm-up';
import { createPrometheusClient } from '../../analysis/providers/prometheus/client';
import { createPrometheusProvider } from '../../analysis/providers/prometheus/provider';
import type { Provider } from '../../analysis/providers/provider';
import { createMemoryStore } from '../../analysis/store/memory';
import { judgementOf, windowsOf } from './samples';

const [kind = 'stub', prometheusUrl = '', now = '0'] = process.argv.slice(2);

const minutesHurried = 600;

const stub: Provider = {
  release: async ({ canaryHash, until }) => ({ windows: windowsOf(canaryHash, until), age: 0, notFinite: 0, warnings: [], queries: [] }),
};

async function serve(): Promise<void> {
  const app = kind === 'bare' ? fastify() : await service();
  if (kind === 'bare') app.post('/v1/judgements', async () => judgementOf());
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  process.on('message', (question) => {
    // Only for memory: it would count as time of the answers.
    if (question === 'memory') globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ megabytes: rss / 1e6, heapMegabytes: heapUsed / 1e6, cpuSeconds: (user + system) / 1e6 });
  });
  process.send?.({ url });
}

function service() {
  const catalogue = catalogueOf(exampleCatalogue);
  const provider = kind === 'prometheus' ? createPrometheusProvider(createPrometheusClient({ url: prometheusUrl })) : stub;
  warmUp(splitJudge, catalogue.rollouts);
  return createApp({
    catalogue,
    provider,
    store: createMemoryStore(),
    judge: splitJudge,
    clock: () => (now === '0' ? Date.now() * (kind === 'hurried' ? minutesHurried : 1) : Number(now)),
    telemetry: createTelemetry(catalogue),
    tokens: null,
    requestsPerMinute: 100_000_000,
  });
}

void serve();
