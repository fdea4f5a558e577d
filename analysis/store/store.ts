import type { Judgement } from '../contract/judgement.generated';
import type { JudgementRequest } from '../contract/judgement-request.generated';
import type { JudgementRecord } from '../contract/record';

/** Keeps judgements for people to look at. No verdict ever depends on it. */
export interface Store {
  /** Keeps a record, unless one with its id is kept already: the same look may come twice. */
  put(record: JudgementRecord): Promise<void>;
  get(id: string): Promise<JudgementRecord | null>;
  /** The newest first. */
  list(filter: ListFilter): Promise<JudgementSummary[]>;
  close(): Promise<void>;
}

export interface ListFilter {
  /** @default every rollout */
  readonly rollout?: string;
  /** @default every namespace */
  readonly namespace?: string;
  readonly limit: number;
}

/** One line of a list of judgements. */
export interface JudgementSummary {
  readonly at: string;
  readonly request: JudgementRequest;
  readonly judgement: Judgement;
}
