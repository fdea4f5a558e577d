import type { FastifyBaseLogger } from 'fastify';
import type { JudgementRecord } from '../contract/record';
import { ServiceError } from '../errors';
import type { JudgementSummary, ListFilter, Store } from '../store/store';
import type { Telemetry } from './telemetry';

/** The store as the routes see it: it may fail, and no judgement is lost to its caller by that. */
export interface KeptJudgements {
  /** Never fails: a judgement that could not be kept is logged, counted, and answered all the same. */
  put(record: JudgementRecord, log: FastifyBaseLogger): Promise<void>;
  /** @throws {ServiceError} store-unreachable */
  get(id: string): Promise<JudgementRecord | null>;
  /** @throws {ServiceError} store-unreachable */
  list(filter: ListFilter): Promise<JudgementSummary[]>;
}

export function keptJudgements(store: Store, telemetry: Telemetry): KeptJudgements {
  const read = async <T>(operation: 'get' | 'list', reading: Promise<T>): Promise<T> => {
    try {
      return await reading;
    } catch (cause) {
      telemetry.storeFailed(operation);
      throw new ServiceError('store-unreachable', [], { cause });
    }
  };
  return {
    async put(record, log) {
      try {
        await store.put(record);
      } catch (error) {
        telemetry.storeFailed('put');
        log.error({ err: error, id: record.judgement.id }, 'judgement not kept');
      }
    },
    get: (id) => read('get', store.get(id)),
    list: (filter) => read('list', store.list(filter)),
  };
}
