import type { Rule } from './rule';
import { rolloutRules } from './rules/rollout';
import type { Kind } from './types';

/** The catalogue: every rule once, in the order of the documentation. */
export const rules: readonly Rule[] = [...rolloutRules];

export const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

const byKind = new Map<Kind, Rule[]>();
for (const rule of rules) {
  for (const kind of rule.on) byKind.set(kind, [...(byKind.get(kind) ?? []), rule]);
}

/** Rules that look at objects of a kind. */
export function rulesFor(kind: Kind): readonly Rule[] {
  return byKind.get(kind) ?? [];
}
