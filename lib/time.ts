import { Duration } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { reject } from './problems';

/** Seconds of a time in props, or the default. What is no time has been rejected, and the default keeps the rest going. */
export function secondsOf(time: Duration | undefined, otherwise: number): number {
  return timeProblem(time) === undefined && time ? time.toSeconds() : otherwise;
}

/** Rejects what is no time of whole seconds: `main.ts` is not type-checked on its way to a synth, so a bare number arrives. */
export function checkTimes(construct: IConstruct, times: Readonly<Record<string, unknown>>): void {
  for (const [prop, time] of Object.entries(times)) {
    const problem = timeProblem(time);
    reject(construct, problem && `${prop}: ${problem}`);
  }
}

function timeProblem(time: unknown): string | undefined {
  if (time === undefined) return undefined;
  if (!(time instanceof Duration)) return `a time carries its unit, got ${JSON.stringify(time)}; write Duration.seconds(30)`;
  const seconds = time.toSeconds({ integral: false });
  return Number.isInteger(seconds) ? undefined : `a time in whole seconds, got ${seconds} s; write Duration.seconds(${Math.ceil(seconds)})`;
}

/** As Istio writes a time: `30s`, or `500ms` where it is no whole second. */
export function goDuration(time: Duration): string {
  const milliseconds = time.toMilliseconds();
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000}s` : `${milliseconds}ms`;
}
