import type { Judgement } from '../contract/judgement.generated';
import { kayentaJudge } from './kayenta';
import type { ReleaseJudge } from './opinion';
import { splitJudge } from './split';

/** Every judge by its name in the contract. */
export const judges: Readonly<Record<Judgement['judge'], ReleaseJudge>> = { split: splitJudge, kayenta: kayentaJudge };
