import type { FastifyInstance } from 'fastify';
import { endpoints } from '../contract/endpoints';
import { ServiceError } from '../errors';
import { reportOf } from '../judging/report';
import { judgementPage } from '../report/judgement-page';
import { listPage } from '../report/list-page';
import { idParams, listQuery } from './judgements';
import type { KeptJudgements } from './kept-judgements';

/** Pages for people. */
export function reports(app: FastifyInstance, kept: KeptJudgements): void {
  app.get<{ Params: { id: string } }>(
    endpoints.report,
    { schema: { tags: ['pages'], summary: 'One judgement as a page', params: idParams } },
    async ({ params: { id } }, reply) => {
      const record = await kept.get(id);
      if (record === null) throw new ServiceError('unknown-judgement');
      return reply.type('text/html; charset=utf-8').send(judgementPage(await reportOf(record)));
    },
  );

  app.get<{ Querystring: { rollout?: string; namespace?: string; limit?: string } }>(
    endpoints.reports,
    { schema: { tags: ['pages'], summary: 'Judgements as a page', querystring: listQuery } },
    async ({ query: { rollout, namespace, limit = '100' } }, reply) => {
      const listed = await kept.list({
        ...(rollout === undefined ? {} : { rollout }),
        ...(namespace === undefined ? {} : { namespace }),
        limit: Number(limit),
      });
      return reply.type('text/html; charset=utf-8').send(listPage(listed, { rollout, namespace }));
    },
  );
}
