import type { FastifyInstance } from 'fastify';
import { endpoints } from '../contract/endpoints';
import type { Telemetry } from './telemetry';

/** Probes and metrics. Ready does not ask Prometheus: its outage is a judgement, not a reason to leave the Service. */
export function operations(app: FastifyInstance, telemetry: Telemetry, isDraining: () => boolean): void {
  const config = { open: true };
  const status = { type: 'object', properties: { status: { type: 'string' } } } as const;
  const schema = (summary: string) => ({ tags: ['operations'], summary, response: { 200: status, 503: status } });

  app.get(endpoints.live, { config, schema: schema('Whether the process answers') }, async () => ({ status: 'live' }));
  app.get(endpoints.ready, { config, schema: schema('Whether requests should be sent here') }, async (_, reply) => {
    if (!isDraining()) return { status: 'ready' };
    return reply.code(503).send({ status: 'draining' });
  });
  app.get(
    endpoints.metrics,
    { config, schema: { tags: ['operations'], summary: 'Metrics in the Prometheus text format' } },
    async (_, reply) => {
      void reply.type(telemetry.registry.contentType);
      return telemetry.registry.metrics();
    },
  );
}
