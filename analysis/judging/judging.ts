import { createHash } from 'node:crypto';
import { trace } from '@opentelemetry/api';
import type { RolloutCatalogue } from '../catalogue';
import type { JudgedRollout } from '../contract/catalogue.generated';
import type { Judgement } from '../contract/judgement.generated';
import type { JudgementRequest } from '../contract/judgement-request.generated';
import type { JudgementRecord } from '../contract/record';
import { ServiceError } from '../errors';
import { type Provider, ProviderFailure, type ReleaseData } from '../providers/provider';
import { within } from '../providers/within';
import { briefOf } from './brief';
import { checked } from './checks';
import { shortMessage } from './message';
import type { Opinion, ReleaseJudge } from './opinion';
import { patiently } from './patiently';
import { type Scope, scopeOf } from './scope';

/** Judges one release at one instant. */
export interface Judging {
  /**
   * @param at milliseconds since 1970; the newest complete window before it is the last one judged
   * @throws {ServiceError} unknown-rollout
   */
  look(request: JudgementRequest, at: number): Promise<JudgementRecord>;
}

export interface JudgingDependencies {
  readonly catalogue: RolloutCatalogue;
  readonly provider: Provider;
  readonly judge: ReleaseJudge;
  /** Time limit of one look. */
  readonly deadlineMs: number;
}

const tracer = trace.getTracer('bluecanary');

/**
 * Nothing is remembered between two looks: each one counts the whole release anew from the metrics backend, so that every replica gives the same
 * answer, before and after a restart, and the error budget is spent once over all looks.
 */
export function createJudging(dependencies: JudgingDependencies): Judging {
  return {
    look: (request, at) =>
      tracer.startActiveSpan('look', async (span) => {
        try {
          const record = await look(dependencies, request, at);
          span.setAttributes({
            'canary.rollout': request.rollout,
            'canary.verdict': record.judgement.verdict,
            'canary.reason': record.judgement.reason,
          });
          return record;
        } finally {
          span.end();
        }
      }),
  };
}

async function look(
  { catalogue, provider, judge, deadlineMs }: JudgingDependencies,
  request: JudgementRequest,
  at: number,
): Promise<JudgementRecord> {
  const rollout = catalogue.find(request.namespace, request.rollout);
  if (rollout === undefined) {
    throw new ServiceError('unknown-rollout', [`rollout: must be in the catalogue, got ${request.namespace}/${request.rollout}`]);
  }
  const scope = scopeOf(request, rollout);
  const until = lastWindowEnd(at, rollout.windowSeconds);
  const question = { rollout, canaryHash: request.canaryHash, stableHash: scope.compares ? request.stableHash : null, until };
  const signal = AbortSignal.timeout(deadlineMs);
  const data = await within(signal, provider.release(question, signal), late).catch(expected);
  const opinion = data instanceof ProviderFailure ? opinionOf(data) : await opinionOn(data, rollout, scope, judge);
  return recordOf({ request, rollout, at, until, judge: judge.name, data: data instanceof ProviderFailure ? null : data, opinion });
}

/** One scrape behind the present, on the grid: by then every replica of the backend has the whole window. */
export function lastWindowEnd(at: number, windowSeconds: number): number {
  return Math.floor((at / 1_000 - windowSeconds / 4) / windowSeconds) * windowSeconds;
}

function late(cause: unknown): ProviderFailure {
  return new ProviderFailure('provider-timeout', 'did not answer in time', { cause });
}

/** A backend in trouble is a case of its own; anything else is our fault and stays an error. */
function expected(thrown: unknown): ProviderFailure {
  if (thrown instanceof ProviderFailure) return thrown;
  throw thrown;
}

function opinionOf({ reason, message }: ProviderFailure): Opinion {
  return { verdict: 'Inconclusive', reason, message: `Prometheus ${message}.`, details: [] };
}

async function opinionOn(data: ReleaseData, rollout: JudgedRollout, scope: Scope, judge: ReleaseJudge): Promise<Opinion> {
  if (scope.objectives.length === 0) {
    return {
      verdict: 'Inconclusive',
      reason: 'no-baseline',
      message: 'There is no stable side, and every objective compares with it.',
      details: [],
    };
  }
  return checked(await patiently(judge.judge({ rollout, objectives: scope.objectives, windows: data.windows })), data, scope);
}

interface Look {
  readonly request: JudgementRequest;
  readonly rollout: JudgedRollout;
  readonly at: number;
  readonly until: number;
  readonly judge: Judgement['judge'];
  readonly data: ReleaseData | null;
  readonly opinion: Opinion;
}

function recordOf({ request, rollout, at, until, judge, data, opinion }: Look): JudgementRecord {
  const windows = data?.windows ?? null;
  const counted = windows?.canary.requests ?? [];
  const { verdict, reason, message, details } = opinion;
  return {
    judgement: {
      id: idOf([request, rollout, judge, until, windows, data?.age, verdict, reason]),
      verdict,
      reason,
      message: shortMessage(message),
      rollout: request.rollout,
      judge,
      window: {
        from: windows?.from ?? null,
        to: until,
        seconds: rollout.windowSeconds,
        count: counted.filter((n) => n !== null && n > 0).length,
      },
      metrics: briefOf(details),
    },
    request,
    at: new Date(at).toISOString(),
    rollout,
    windows,
    details,
    queries: data?.queries ?? [],
    quality: {
      age: data?.age ?? null,
      notFinite: data?.notFinite ?? 0,
      gaps: counted.filter((n) => n === null).length,
      warnings: data?.warnings ?? [],
    },
  };
}

/** The same question on the same data has the same id: a look that comes twice is kept once. */
function idOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}
