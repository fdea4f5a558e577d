import type { FastifyInstance } from 'fastify';
import { endpoints } from '../contract/endpoints';
import type { Judgement } from '../contract/judgement.generated';
import type { JudgementRequest } from '../contract/judgement-request.generated';
import { ServiceError } from '../errors';
import type { Judging } from '../judging/judging';
import type { KeptJudgements } from './kept-judgements';
import { errorAnswers } from './openapi';
import type { Telemetry } from './telemetry';

export interface JudgementDependencies {
  readonly judging: Judging;
  readonly kept: KeptJudgements;
  readonly telemetry: Telemetry;
  readonly clock: () => number;
}

/** What Argo asks at every look, and what a person asks afterwards. */
export function judgements(app: FastifyInstance, { judging, kept, telemetry, clock }: JudgementDependencies): void {
  app.post<{ Body: JudgementRequest }>(
    endpoints.judgements,
    {
      // The one answer that no browser shows: it goes without the headers for browsers, and costs less.
      helmet: false,
      schema: {
        tags: ['judgements'],
        summary: 'Judges a release now. Every verdict is a 200, Inconclusive ones too',
        body: { $ref: 'judgement-request#' },
        response: { ...errorAnswers, 200: { $ref: 'judgement#' } },
      },
    },
    async ({ body, log }, reply) => {
      void reply.header('x-content-type-options', 'nosniff');
      const start = performance.now();
      const record = await judging.look(body, clock());
      const seconds = (performance.now() - start) / 1_000;
      const { id, verdict, reason, message } = record.judgement;
      log.info({ ...body, id, verdict, reason, message, seconds }, 'judged');
      telemetry.judged(record, seconds);
      await kept.put(record, log);
      return reply.type('application/json; charset=utf-8').send(textOf(record.judgement));
    },
  );

  app.get<{ Querystring: { rollout?: string; namespace?: string; limit?: string } }>(
    endpoints.judgements,
    { schema: { tags: ['judgements'], summary: 'Judgements, the newest first', querystring: listQuery, response: errorAnswers } },
    async ({ query: { rollout, namespace, limit = '50' } }) => ({
      judgements: await kept.list({
        ...(rollout === undefined ? {} : { rollout }),
        ...(namespace === undefined ? {} : { namespace }),
        limit: Number(limit),
      }),
    }),
  );

  app.get<{ Params: { id: string } }>(
    endpoints.judgement,
    { schema: { tags: ['judgements'], summary: 'The full record of one judgement', params: idParams, response: errorAnswers } },
    async ({ params: { id } }) => {
      const record = await kept.get(id);
      if (record === null) throw new ServiceError('unknown-judgement');
      return record;
    },
  );
}

/** A look that is repeated has the same judgement: it is written once. */
const texts = new WeakMap<Judgement, string>();

function textOf(judgement: Judgement): string {
  const text = texts.get(judgement) ?? JSON.stringify(judgement);
  texts.set(judgement, text);
  return text;
}

const name = { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', maxLength: 63 } as const;

export const listQuery = {
  type: 'object',
  additionalProperties: false,
  properties: {
    rollout: name,
    namespace: name,
    limit: { description: 'At most so many; default 50.', type: 'string', pattern: '^([1-9]|[1-9][0-9]|[1-4][0-9][0-9]|500)$' },
  },
} as const;

export const idParams = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', maxLength: 100 } },
} as const;
