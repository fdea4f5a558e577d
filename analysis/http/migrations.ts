import type { FastifyInstance } from 'fastify';
import { endpoints } from '../contract/endpoints';
import { ServiceError } from '../errors';
import { within } from '../providers/within';

/** What the gate of a release asks: how many documents are still wrong, and whether it may go on. */
export interface MigrationDrift {
  /** Null: nobody knows, which never opens a gate. */
  readonly drift: number | null;
  readonly exact: boolean;
  readonly asOf: string | null;
  readonly pass: number;
  readonly cleanPasses: number;
  /** failed: no waiting opens it. */
  readonly gate: 'open' | 'closed' | 'failed';
  readonly reasons: readonly string[];
}

/** Looks at a migration; undefined when nobody declared it. Rejects when its database cannot be asked. */
export type DriftSource = (id: string) => Promise<MigrationDrift | undefined>;

const answer = {
  200: {
    type: 'object',
    required: ['data'],
    properties: {
      data: {
        type: 'object',
        required: ['drift', 'exact', 'asOf', 'pass', 'cleanPasses', 'gate', 'reasons'],
        properties: {
          drift: { type: ['integer', 'null'] },
          exact: { type: 'boolean' },
          asOf: { type: ['string', 'null'] },
          pass: { type: 'integer' },
          cleanPasses: { type: 'integer' },
          gate: { enum: ['open', 'closed', 'failed'] },
          reasons: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
} as const;

/** `GET /v1/migrations/:id/drift`. A database that does not answer closes the gate; it is no error of the release. */
export function migrationDrift(app: FastifyInstance, source: DriftSource | undefined, deadlineMs: number): void {
  app.get<{ Params: { id: string } }>(
    endpoints.drift,
    { schema: { tags: ['migrations'], summary: 'Documents a migration has still to do', params: params(), response: answer } },
    async ({ params: { id }, log }) => {
      if (source === undefined) return { data: unknown('the service has no database: MONGODB_URI is not set') };
      const late = () => new Error(`no answer within ${deadlineMs / 1000} s`);
      const found = await within(AbortSignal.timeout(deadlineMs), source(id), late).catch((error: Error) => {
        log.warn({ migration: id, err: error }, 'drift unknown');
        return unknown(`the database cannot be asked: ${error.message.slice(0, 300)}`);
      });
      if (found === undefined) throw new ServiceError('unknown-migration', [`id: a declared migration, got ${id}`]);
      return { data: found };
    },
  );
}

function params() {
  return {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', maxLength: 100 } },
  } as const;
}

function unknown(reason: string): MigrationDrift {
  return { drift: null, exact: false, asOf: null, pass: 0, cleanPasses: 0, gate: 'closed', reasons: [reason] };
}
