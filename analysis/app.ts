import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { RolloutCatalogue } from './catalogue';
import { sentenceOf, tellsSomething } from './contract/problems';
import { codeOf, type ErrorBody, errors, ServiceError } from './errors';
import { guard } from './http/access';
import { judgements } from './http/judgements';
import { keptJudgements } from './http/kept-judgements';
import { type MigrationsSource, migrationMetrics } from './http/migration-metrics';
import { type DriftSource, migrationDrift } from './http/migrations';
import { describeApi, serveDescription } from './http/openapi';
import { operations } from './http/operations';
import { reports } from './http/reports';
import type { Telemetry } from './http/telemetry';
import type { Tokens } from './http/tokens';
import { createJudging } from './judging/judging';
import type { ReleaseJudge } from './judging/opinion';
import { rememberingLooks } from './judging/recent';
import { kayentaFacade } from './kayenta/facade';
import type { Provider } from './providers/provider';
import { contentSecurityPolicy } from './report/policy';
import type { Store } from './store/store';

/** Everything the service needs from outside. */
export interface AppDependencies {
  readonly catalogue: RolloutCatalogue;
  readonly provider: Provider;
  readonly store: Store;
  readonly judge: ReleaseJudge;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly telemetry: Telemetry;
  /** Looks at migrations for the gate of a release. @default there is no database to ask */
  readonly drift?: DriftSource;
  /** Where migrations stand, for the metrics. @default there is no database to ask */
  readonly migrations?: MigrationsSource;
  /** Null: only this machine may ask. */
  readonly tokens: Tokens | null;
  /** @default no log */
  readonly log?: FastifyBaseLogger;
  /** Time limit of one judgement. @default 6 seconds */
  readonly deadlineMs?: number;
  /** Requests of one address in a minute. @default 30 000 */
  readonly requestsPerMinute?: number;
  /** True as soon as the process wants to end: it is then no longer ready. @default never */
  readonly isDraining?: () => boolean;
}

const limits = {
  bodyBytes: 16_384,
  /** The execution ids of the Kayenta facade hold a whole request. */
  paramLength: 1_000,
  /** Argo's client keeps idle connections for 90 s; who closes first must not be us. */
  keepAliveMs: 95_000,
  headersMs: 100_000,
  requestMs: 120_000,
};

/** The analysis service, not yet listening. */
export async function createApp(dependencies: AppDependencies): Promise<FastifyInstance> {
  const { catalogue, provider, store, judge, clock, telemetry, tokens, log, deadlineMs = 6_000, requestsPerMinute = 30_000 } = dependencies;
  const app = fastify({
    ...(log === undefined ? { logger: false } : { loggerInstance: log }),
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: limits.paramLength },
    bodyLimit: limits.bodyBytes,
    keepAliveTimeout: limits.keepAliveMs,
    requestTimeout: limits.requestMs,
    forceCloseConnections: 'idle',
    genReqId: () => crypto.randomUUID(),
    ajv: { customOptions: { allErrors: true, coerceTypes: false, removeAdditional: false, useDefaults: false } },
  });
  app.server.headersTimeout = limits.headersMs;
  app.removeContentTypeParser('text/plain');
  answerErrors(app);
  // Schemas describe the answers; what is answered is whole, and nothing is left out because a schema does not name it.
  app.setSerializerCompiler(() => JSON.stringify);
  await app.register(helmet, { contentSecurityPolicy, strictTransportSecurity: false });
  const quiet = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };
  await app.register(rateLimit, { global: false, max: requestsPerMinute, timeWindow: '1 minute', addHeadersOnExceeding: quiet });
  app.addHook('onRequest', app.rateLimit({ allowList: ({ routeOptions }) => routeOptions.config.open === true }));
  app.addHook('onRequest', guard(tokens));
  await describeApi(app);

  const judging = rememberingLooks(createJudging({ catalogue, provider, judge, deadlineMs }), catalogue);
  const kept = keptJudgements(store, telemetry);
  const { migrations } = dependencies;
  if (migrations) {
    const failed = (error: unknown) => app.log.warn({ err: error }, 'migrations cannot be observed');
    migrationMetrics(telemetry.registry, { source: migrations, clock, failed });
  }
  const { isDraining = () => false } = dependencies;
  // A connection that is kept would keep the process: closing waits for those that were not idle when it began.
  app.addHook('onSend', (_, reply, payload, done) => {
    if (isDraining()) void reply.header('connection', 'close');
    done(null, payload);
  });
  operations(app, telemetry, isDraining);
  judgements(app, { judging, kept, telemetry, clock });
  reports(app, kept);
  kayentaFacade(app, { catalogue, judging, kept, tokens, clock });
  migrationDrift(app, dependencies.drift, deadlineMs);
  serveDescription(app);
  return app;
}

/** Every error has the same body. Our own faults are logged, and say nothing to the caller. */
function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler(() => {
    throw new ServiceError('not-found');
  });
  app.setErrorHandler(async (error, request, reply) => {
    const code = codeOf(error);
    const { status, message } = errors[code];
    const problems = problemsOf(error, request.body);
    if (status >= 500) request.log.error({ err: error, url: request.url }, 'request failed');
    // A release that is refused ends with nothing but the number of the status, unless it is here; a flood would only flood the log, too.
    else request.log[status === 429 ? 'debug' : 'info']({ code, url: request.url, problems, from: request.ip }, 'request refused');
    const body: ErrorBody = { code, message, problems, requestId: request.id };
    return reply.code(status).type('application/json; charset=utf-8').send(body);
  });
}

function problemsOf(error: unknown, body: unknown): readonly string[] {
  if (error instanceof ServiceError) return error.problems;
  if (!isValidation(error)) return [];
  const part = error.validationContext ?? 'body';
  return error.validation
    .filter(tellsSomething)
    .map((problem) => (part === 'body' ? sentenceOf(problem, body) : `${part}${problem.instancePath} ${problem.message}`));
}

type Validation = Parameters<typeof sentenceOf>[0];

function isValidation(error: unknown): error is { readonly validation: readonly Validation[]; readonly validationContext?: string } {
  return typeof error === 'object' && error !== null && 'validation' in error && Array.isArray(error.validation);
}
