import { BSON, type Db, type Document, MongoServerError } from 'mongodb';
import type { Context } from './context';
import { timeLimits } from './limits';
import type { Migration } from './types';

const [notThere, alreadyThere] = [26, 48];

/** A validator with its level and action, as the server keeps it. An empty one is none. */
export interface Rule {
  readonly validator: Document;
  readonly validationLevel: string;
  readonly validationAction: string;
}

export interface ValidatorFinding {
  readonly finding: 'missing' | 'identical' | 'replaced' | 'conflict';
  /** Old and new. */
  readonly detail: string;
}

/** What expand would do to the validator that is there: it takes the place only of one that the declaration names. */
export async function inspectValidator(
  { collections: { db } }: Context,
  { collection, expand }: Migration,
): Promise<(ValidatorFinding & { readonly before: Rule; readonly after: Rule }) | undefined> {
  if (expand?.validator === undefined) return undefined;
  const before = await ruleOf(db, collection);
  const after: Rule = { validator: expand.validator, validationLevel: 'moderate', validationAction: expand.action ?? 'warn' };
  const rules = { before, after };
  if (sameRule(before, after)) return { finding: 'identical', detail: `validator: ${inWords(after)} is there`, ...rules };
  if (isNone(before)) return { finding: 'missing', detail: `validator: ${inWords(after)} will be set, there is none`, ...rules };
  const named = isAmong(before, [expand.validator, expand.replaces]);
  const detail = named
    ? `validator: ${inWords(after)} takes the place of ${inWords(before)} until a roll back`
    : `${unnamed(before, 'expand')}; the new one, which must accept what both versions write, is ${inWords(after)}`;
  return { finding: named ? 'replaced' : 'conflict', detail, ...rules };
}

export async function ruleOf(db: Db, collection: string): Promise<Rule> {
  const [found] = await db.listCollections({ name: collection }, { maxTimeMS: timeLimits.ledgerMs }).toArray();
  const options: Document = (found && 'options' in found && found.options) || {};
  const { validator = {}, validationLevel = 'strict', validationAction = 'error' } = options;
  return { validator, validationLevel, validationAction };
}

/** Sets the validator of a collection, which a new environment does not have yet. */
export async function setValidator(db: Db, collection: string, rule: Rule): Promise<void> {
  try {
    await db.command({ collMod: collection, ...rule });
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== notThere) throw error;
    await create(db, collection);
    await db.command({ collMod: collection, ...rule });
  }
}

/** The app may be quicker: then it is there, which is all that is wanted. */
async function create(db: Db, collection: string): Promise<void> {
  try {
    await db.createCollection(collection);
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== alreadyThere) throw error;
  }
}

export const isNone = ({ validator, validationLevel }: Rule): boolean => validationLevel === 'off' || Object.keys(validator).length === 0;

export const sameRule = (one: Rule, other: Rule): boolean =>
  sameFilter(one.validator, other.validator) &&
  (isNone(one) || (one.validationLevel === other.validationLevel && one.validationAction === other.validationAction));

/** Whether a declaration knows the validator that is there. */
export const isAmong = ({ validator }: Rule, known: readonly (Document | undefined)[]): boolean =>
  known.some((one) => one !== undefined && sameFilter(validator, one));

export const unnamed = (rule: Rule, phase: 'expand' | 'contract'): string =>
  `validator: the one that is there must be named in ${phase}.replaces before another takes its place, got ${inWords(rule)}`;

/** The order of keys makes no difference to what a validator accepts. */
const sameFilter = (one: Document, other: Document): boolean => sorted(one) === sorted(other);

/** Kept in the ledger as text: a document could not have its `$` names everywhere. */
export const ruleText = (rule: Rule): string => BSON.EJSON.stringify(rule, { relaxed: false });
export const ruleFrom = (text: string): Rule => BSON.EJSON.parse(text, { relaxed: false }) as Rule; // written by ruleText

export const inWords = (rule: Rule): string =>
  isNone(rule) ? 'none' : `${BSON.EJSON.stringify(rule.validator)} (${rule.validationLevel}, ${rule.validationAction})`;

function sorted(validator: Document): string {
  const inOrder = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inOrder);
    if (value === null || typeof value !== 'object') return value;
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, part]) => [key, inOrder(part)]));
  };
  return JSON.stringify(inOrder(BSON.EJSON.serialize(validator)));
}
