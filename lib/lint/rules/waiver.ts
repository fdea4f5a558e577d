import { annotation } from '../annotations';
import { kinds } from '../kinds';
import type { Rule } from '../rule';
import { writtenWaivers } from '../waived';

/** @param known ids of every rule that can be waived */
export function waiverRules(known: ReadonlySet<string>): readonly Rule[] {
  return [
    {
      id: 'W01',
      name: 'waiver-sound',
      holds: 'a waiver names a rule that exists and a reason, and its day has not passed',
      otherwise: 'Nobody remembers why the fault is there, and the next one hides behind it.',
      fix: 'write [{"rule": "X32", "reason": "...", "until": "2027-01-31"}]',
      on: kinds,
      check: (item, { options }, report) => {
        for (const { rule, problem } of writtenWaivers(item, options.today)) {
          const at = item.root.get('metadata', 'annotations', annotation.waive);
          if (problem !== undefined) report(at, problem);
          else if (!known.has(rule)) report(at, `rule ${JSON.stringify(rule)}, which does not exist`);
        }
      },
      example: `
          kind: Rollout
          metadata:
            annotations:
        -     bluecanary.dev/waive: '[{"rule": "X32"}]'
        +     bluecanary.dev/waive: '[{"rule": "X32", "reason": "rotated by Vault for both sides", "until": "2027-01-31"}]'`,
    },
  ];
}
