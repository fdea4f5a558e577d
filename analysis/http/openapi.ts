import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import catalogueSchema from '../contract/catalogue.schema.json';
import { endpoints } from '../contract/endpoints';
import judgementSchema from '../contract/judgement.schema.json';
import requestSchema from '../contract/judgement-request.schema.json';
import windowsSchema from '../contract/windows.schema.json';

/** Schemas of the contract by name, for routes to refer to: `{ $ref: 'judgement#' }`. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  for (const schema of [requestSchema, judgementSchema, windowsSchema, catalogueSchema]) app.addSchema(schema);
  app.addSchema(errorSchema);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'bluecanary analysis', version: '1', description: 'Judges the releases of Argo Rollouts.' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, i) => (typeof json['$id'] === 'string' ? json['$id'] : `def-${i}`) },
  });
}

/** Serves the description. Registered last, so that it describes every route. */
export function serveDescription(app: FastifyInstance): void {
  app.get(endpoints.openapi, { config: { open: true }, schema: { hide: true } }, async () => app.swagger());
}

const errorSchema = {
  $id: 'error',
  title: 'Error',
  description: 'Every answer that is not 2xx.',
  type: 'object',
  additionalProperties: false,
  required: ['code', 'message', 'problems', 'requestId'],
  properties: {
    code: { type: 'string', description: 'Stable: compare with this.' },
    message: { type: 'string' },
    problems: { type: 'array', items: { type: 'string' }, description: 'Everything that is wrong with the request.' },
    requestId: { type: 'string', description: 'To be found in the log.' },
  },
} as const;

/** The error answers that every guarded route may give. */
export const errorAnswers = Object.fromEntries([400, 401, 404, 413, 415, 422, 429, 500, 503].map((status) => [status, { $ref: 'error#' }]));
