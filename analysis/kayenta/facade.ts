import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { RolloutCatalogue } from '../catalogue';
import { kayentaEndpoints } from '../contract/endpoints';
import type { Verdict } from '../contract/judgement.generated';
import type { JudgementRequest } from '../contract/judgement-request.generated';
import { ServiceError } from '../errors';
import type { KeptJudgements } from '../http/kept-judgements';
import type { Tokens } from '../http/tokens';
import type { Judging } from '../judging/judging';
import { type Execution, executionId, executionOf } from './execution-id';
import { executionBody } from './schema';

export interface KayentaDependencies {
  readonly catalogue: RolloutCatalogue;
  readonly judging: Judging;
  readonly kept: KeptJudgements;
  readonly tokens: Tokens | null;
  readonly clock: () => number;
}

interface Scopes {
  readonly scopes: Readonly<
    Record<
      string,
      { readonly controlScope: { readonly scope: string }; readonly experimentScope: { readonly scope: string; readonly end?: string } }
    >
  >;
  readonly thresholds: Execution['thresholds'];
}

/**
 * The three calls that Argo's `kayenta` provider makes. A canary config is a rollout of the catalogue, named `<namespace>.<name>`, and a scope is a
 * pod template hash. Nothing is kept between the calls: the execution id says it all.
 */
export function kayentaFacade(app: FastifyInstance, { catalogue, judging, kept, tokens, clock }: KayentaDependencies): void {
  const schema = (summary: string) => ({ tags: ['kayenta'], summary });
  // Replicas share the tokens, and so the key. Without tokens only this machine may ask, and one process answers.
  const ownKey = randomUUID();
  const key = async () => (tokens === null ? ownKey : tokens.first());

  app.get<{ Querystring: { application?: string } }>(
    kayentaEndpoints.configs,
    { schema: schema('Canary configs: the rollouts of the catalogue') },
    async ({ query: { application } }) =>
      catalogue.rollouts
        .filter(({ name }) => application === undefined || name === application)
        .map(({ namespace, name }) => ({
          id: `${namespace}.${name}`,
          name: `${namespace}.${name}`,
          updatedTimestamp: 0,
          updatedTimestampIso: new Date(0).toISOString(),
          applications: [name],
        })),
  );

  app.post<{ Params: { id: string }; Body: Scopes }>(
    kayentaEndpoints.canary,
    { schema: { ...schema('Begins a judgement'), body: executionBody } },
    async ({ params: { id }, body }) => ({ canaryExecutionId: executionId(executionFrom(id, body, clock()), await key()) }),
  );

  app.get<{ Params: { id: string } }>(
    kayentaEndpoints.canary,
    { schema: schema('The score of a judgement') },
    async ({ params: { id }, log }) => {
      const execution = executionOf(id, await key());
      if (execution === null) throw new ServiceError('unknown-judgement');
      const record = await judging.look(execution.request, execution.at);
      await kept.put(record, log);
      const { verdict, message } = record.judgement;
      const score = { score: scoreOf(verdict, execution.thresholds), classification: verdict, classificationReason: message };
      return { complete: true, result: { judgeResult: { judgeName: 'bluecanary', score } } };
    },
  );

  function executionFrom(id: string, { scopes, thresholds }: Scopes, now: number): Execution {
    const [namespace = '', rollout = ''] = id.split('.');
    const known = catalogue.find(namespace, rollout);
    if (known === undefined || id !== `${namespace}.${rollout}`)
      throw new ServiceError('unknown-rollout', [`canary config: must be one of GET ${kayentaEndpoints.configs}`]);
    if (thresholds.marginal >= thresholds.pass) {
      throw new ServiceError('malformed-request', [
        'thresholds.marginal: must be below thresholds.pass, or Inconclusive would have no score',
      ]);
    }
    const [scope, ...more] = Object.values(scopes);
    if (scope === undefined || more.length > 0) throw new ServiceError('malformed-request', ['scopes: must hold exactly one scope']);
    const request: JudgementRequest = {
      rollout,
      namespace,
      canaryHash: scope.experimentScope.scope,
      stableHash: scope.controlScope.scope,
      phase: 'step',
      objectives: 'all',
    };
    return { request, at: Math.min(now, endOf(scope.experimentScope.end) ?? now), thresholds };
  }
}

function endOf(text: string | undefined): number | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** Argo reads: at least pass is Successful, at least marginal is Inconclusive, below is Failed. */
function scoreOf(verdict: Verdict, { pass, marginal }: Execution['thresholds']): number {
  return { Pass: Math.max(100, pass), Inconclusive: marginal, Fail: 0 }[verdict];
}
