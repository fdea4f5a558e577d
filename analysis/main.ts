/** The analysis service as a process: reads the environment, listens, and leaves without dropping a judgement. */
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { createObserver, type Observer } from '../migrate/observer';
import { createApp } from './app';
import { builtInCatalogue, loadCatalogue } from './catalogue';
import { type Config, readConfig } from './config';
import type { DriftSource } from './http/migrations';
import { createTelemetry } from './http/telemetry';
import { tokensOfFile } from './http/tokens';
import { judges } from './judging/judges';
import { warmUp } from './judging/warm-up';
import { createPrometheusClient } from './providers/prometheus/client';
import { createPrometheusProvider } from './providers/prometheus/provider';
import { createMemoryStore } from './store/memory';
import { createMongoStore } from './store/mongodb';

const limits = {
  /** A Service keeps sending requests for a moment after a pod is no longer ready. */
  drainMs: 5_000,
  /** Below the 30 seconds that Kubernetes waits. */
  closeMs: 15_000,
  /** A judgement still has to be made and sent after the last answer of Prometheus. */
  marginMs: 500,
};

async function main(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel });
  const catalogue = config.catalogueFile === undefined ? builtInCatalogue() : loadCatalogue(config.catalogueFile);
  const telemetry = createTelemetry(catalogue);
  const client = createPrometheusClient(config.prometheus, { queryMs: config.deadlineMs - limits.marginMs, onQuery: telemetry.queried });
  const { mongodbUri: uri, retentionDays } = config;
  const store = uri === undefined ? createMemoryStore() : createMongoStore({ uri, retentionDays });
  const observer = uri === undefined ? undefined : createObserver(uri);
  const clock = Date.now;
  const tokens = config.tokenFile === undefined ? null : tokensOfFile(config.tokenFile, clock);
  await tokens?.first();
  let isDraining = false;
  const app = await createApp({
    catalogue,
    provider: createPrometheusProvider(client),
    store,
    judge: judges[config.judge],
    clock,
    telemetry,
    ...(observer ? { drift: driftOf(observer), migrations: observer.progress } : {}),
    tokens,
    log,
    deadlineMs: config.deadlineMs,
    isDraining: () => isDraining,
  });

  const leave = async (signal: NodeJS.Signals) => {
    if (isDraining) return;
    isDraining = true;
    log.info({ signal }, 'draining');
    setTimeout(() => process.exit(1), limits.drainMs + limits.closeMs).unref();
    // A person at a terminal does not want to wait.
    if (signal === 'SIGTERM') await pause(limits.drainMs);
    await app.close();
    await Promise.all([store.close(), client.close(), observer?.close()]);
    log.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, (received) => void leave(received));

  if (config.catalogueFile === undefined) log.warn('CATALOGUE_FILE is not set: only the built-in example production/myapp can be judged');
  if (tokens === null) log.warn('TOKEN_FILE is not set: only this machine may ask');
  warmUp(judges[config.judge], catalogue.rollouts);
  await app.listen({ host: config.host, port: config.port });
  log.info({ prometheus: new URL(config.prometheus.url).host, rollouts: catalogue.rollouts.length, judge: config.judge }, 'ready');
}

/** The engine's report in the form of the contract. */
function driftOf(observer: Observer): DriftSource {
  return async (id) => {
    const found = await observer.drift(id);
    if (found === undefined) return undefined;
    const { drift = null, asOf, exact, pass, cleanPasses, gate, reasons, failed } = found;
    return { drift, exact, asOf: asOf?.toISOString() ?? null, pass, cleanPasses, gate: failed ? 'failed' : gate, reasons };
  };
}

async function start(): Promise<void> {
  await main(readConfig(process.env));
}

start().catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof Error ? messagesOf(cause) : String(cause)}\n`);
  process.exit(1);
});

function messagesOf(error: Error): string {
  return error.cause instanceof Error ? `${error.message}: ${messagesOf(error.cause)}` : error.message;
}
