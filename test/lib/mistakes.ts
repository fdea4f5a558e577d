import { type BlueGreenDeployment, BlueGreenRollout, CanaryRollout, type Production } from '../../lib';
import { pinned, problemsOf, world } from './support';

type BlueGreenProps = ConstructorParameters<typeof BlueGreenRollout>[2];
type CanaryProps = ConstructorParameters<typeof CanaryRollout>[2];

export const image = pinned('shop');
export const host = 'shop.example.com';
export const colours: ConstructorParameters<typeof BlueGreenDeployment>[2] = { active: 'blue', blue: { image }, green: { image } };

/** What the compiler refuses still arrives: synth runs `main.ts` without types. */
export const untyped = (value: unknown) => value as never;

/** What is wrong with one blue/green release. */
export function blueGreen(props: Partial<BlueGreenProps>): readonly string[] {
  const { app, production, judge } = world();
  new BlueGreenRollout(production, 'shop', { image, judgedBy: judge, ...props });
  return problemsOf(app);
}

/** What is wrong with one canary release. */
export function canary(props: Partial<CanaryProps>): readonly string[] {
  const { app, production, judge } = world();
  new CanaryRollout(production, 'shop', { image, host, judgedBy: judge, ...props });
  return problemsOf(app);
}

/** What is wrong with anything else. */
export function made(make: (production: Production) => unknown): readonly string[] {
  const { app, production } = world();
  make(production);
  return problemsOf(app);
}

/** A mistake, the problems it makes, and what the message says. */
export type Mistake = readonly [mistake: string, made: () => readonly string[], parts: readonly string[]];

/** One message: the construct, the line, what must hold, what came, and the way out. */
export function oneMessage(_mistake: string, made: () => readonly string[], parts: readonly string[]): void {
  const problems = made();
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^(production\/\S+( \(again\))?|other) \([\w.-]+\.ts:\d+\): /);
  for (const part of parts) expect(problems[0]).toContain(part);
}
