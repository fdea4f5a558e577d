import { annotation } from './annotations';
import { At, isObject } from './at';
import { parsedJson } from './json';
import type { Item } from './types';

/** Sound waivers of an object by rule. */
export type Waivers = ReadonlyMap<string, { readonly reason: string; readonly until?: string }>;

export interface WrittenWaiver {
  readonly rule: string;
  readonly reason: string;
  readonly until: string | undefined;
  /** What is wrong with it: it then waives nothing. */
  readonly problem: string | undefined;
}

/** Waivers of an object as they are written, sound or not. An annotation that is no list gives one with a problem. */
export function writtenWaivers(item: Item, today: string | undefined): readonly WrittenWaiver[] {
  const text = item.annotations[annotation.waive];
  if (text === undefined) return [];
  const value = parsedJson(text);
  const broken = { rule: '', reason: '', until: undefined, problem: `text that is no JSON list of waivers: ${text.slice(0, 60)}` };
  return Array.isArray(value) ? value.map((entry) => written(new At(entry), today)) : [broken];
}

export function waiversOf(item: Item, today: string | undefined): Waivers {
  if (item.annotations[annotation.waive] === undefined) return none;
  const sound = writtenWaivers(item, today).filter(({ problem }) => problem === undefined);
  return new Map(sound.map(({ rule, reason, until }) => [rule, until === undefined ? { reason } : { reason, until }]));
}

const none: Waivers = new Map();

function written(entry: At, today: string | undefined): WrittenWaiver {
  const rule = entry.get('rule').text ?? '';
  const reason = entry.get('reason').text?.trim() ?? '';
  const until = entry.get('until').text;
  const dated = until === undefined || !Number.isNaN(Date.parse(until));
  const problem = !isObject(entry.value)
    ? `an entry that is no object: ${entry.short}`
    : reason === ''
      ? `no reason for ${rule || 'a rule'}`
      : !dated || (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until))
        ? `until ${JSON.stringify(until)}, which is no day such as 2027-01-31`
        : until !== undefined && today !== undefined && until < today
          ? `a waiver of ${rule} that ended on ${until}`
          : undefined;
  return { rule, reason, until, problem };
}
