import type { FastifyBaseLogger } from 'fastify';
import type { JudgementRecord } from '../contract/record';
import { ServiceError } from '../errors';
import type { JudgementSummary, ListFilter, Store } from '../store/store';
import type { Telemetry } from './telemetry';

/** The store as the routes see it: it may fail, and no judgement is lost to its caller by that. */
export interface KeptJudgements {
  /** Never fails, and not for long: a judgement that could not be kept is logged, counted, and answered all the same. */
  put(record: JudgementRecord, log: FastifyBaseLogger): Promise<void>;
  /** @throws {ServiceError} store-unreachable */
  get(id: string): Promise<JudgementRecord | null>;
  /** @throws {ServiceError} store-unreachable */
  list(filter: ListFilter): Promise<JudgementSummary[]>;
}

/** An answer waits no longer to be kept: with the deadline of a judgement it still is in time for Argo. */
const longestMs = 1_000;

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
        await inTime(store.put(record));
      } catch (error) {
        telemetry.storeFailed('put');
        log.error({ err: error, id: record.judgement.id }, 'judgement not kept');
      }
    },
    get: (id) => read('get', store.get(id)),
    list: (filter) => read('list', store.list(filter)),
  };
}

/** With a plain timer: an AbortSignal for every look shows in the throughput of the service. */
async function inTime(keeping: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not kept within ${longestMs} ms`)), longestMs);
  });
  try {
    await Promise.race([keeping, late]);
  } finally {
    clearTimeout(timer);
  }
}
