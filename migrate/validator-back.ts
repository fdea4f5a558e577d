import type { LedgerRow } from './collections';
import type { Context } from './context';
import { planRanges } from './planner';
import { ids } from './preconditions';
import { countMatching } from './scan';
import type { Migration } from './types';
import { inWords, isNone, ruleFrom, ruleOf, sameRule, setValidator } from './validator';

/**
 * The end of a roll back: the validator from before expand comes back, told in words. Where documents with new fields break it, it does so
 * at level `moderate`, because `strict` would refuse the old version every update of them. One that somebody else has set stays.
 */
export async function bringValidatorBack(
  { collections: { db, documents }, signal }: Context,
  migration: Migration,
  { validator: changed }: LedgerRow,
): Promise<readonly string[]> {
  if (!changed) return [];
  const { collection } = migration;
  const [before, after, now] = [ruleFrom(changed.before), ruleFrom(changed.after), await ruleOf(db, collection)];
  if (sameRule(now, before)) return [];
  if (!sameRule(now, after))
    return [`validator: ${inWords(now)} stays, because it is not the one that expand has set; before expand it was ${inWords(before)}`];
  const refuses = !isNone(before) && before.validationLevel === 'strict' && before.validationAction !== 'warn';
  const { ranges } = await planRanges(documents(collection), migration);
  const broken = refuses
    ? await countMatching(documents(collection), ranges, { $nor: [before.validator] }, signal)
    : { count: 0, sample: [] };
  const rule = broken.count > 0 ? { ...before, validationLevel: 'moderate' } : before;
  await setValidator(db, collection, rule);
  const why = `, not strict as before: ${broken.count} documents break it, with _id ${ids(broken.sample)}, and could not be updated any more`;
  return [`validator: back to ${inWords(rule)}${broken.count > 0 ? why : ''}`];
}
