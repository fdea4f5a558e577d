import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { reject } from '../problems';
import { annotation } from './annotations';
import { ruleIds } from './rules';

export interface WaiverOptions {
  /**
   * Last day on which the waiver counts, `2027-01-31`. Checked by `bluecanary lint --today`, never at synth, which knows no clock.
   *
   * @default for ever
   */
  readonly until?: string;
}

/**
 * Accepts what a rule finds in the objects of a construct, and says why. The waiver is rendered as an annotation and shown in every report.
 * A waiver without a reason or for an unknown rule is a mistake of the construct, reported at synth.
 *
 * @param construct an ApiObject, or a construct: its main object, or all that it has by now
 *
 * @example
 * waive(myapp, 'X32', 'mongodb-uri is rotated for both sides at once', { until: '2027-01-31' });
 */
export function waive(construct: IConstruct, rule: string, reason: string, { until }: WaiverOptions = {}): void {
  if (!ruleIds.has(rule)) reject(construct, `waive: a rule of docs/lint.md, got "${rule}"`);
  if (reason.trim() === '') reject(construct, `waive: a reason for ${rule}, got an empty text; say who accepts the risk and why`);
  if (until !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(until))
    reject(construct, `waive: until is a day such as 2027-01-31, got "${until}"`);
  const waivers = written.get(construct) ?? [];
  waivers.push(until === undefined ? { rule, reason } : { rule, reason, until });
  written.set(construct, waivers);
  for (const object of objectsOf(construct)) annotate(object);
}

interface Waiver extends WaiverOptions {
  readonly rule: string;
  readonly reason: string;
}

const written = new WeakMap<IConstruct, Waiver[]>();

function objectsOf(construct: IConstruct): readonly ApiObject[] {
  const main = ApiObject.isApiObject(construct) ? construct : construct.node.defaultChild;
  if (main && ApiObject.isApiObject(main)) return [main];
  return construct.node.findAll().filter((one): one is ApiObject => ApiObject.isApiObject(one));
}

/** All waivers of an object and of the constructs around it. */
function annotate(object: ApiObject): void {
  const all = object.node.scopes.flatMap((scope) => written.get(scope) ?? []);
  object.metadata.addAnnotation(annotation.waive, JSON.stringify(all));
}
