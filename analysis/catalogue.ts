import { readFileSync } from 'node:fs';
import type { Catalogue, JudgedRollout } from './contract/catalogue.generated';
import catalogueSchema from './contract/catalogue.schema.json';
import { checker } from './contract/problems';
import { exampleCatalogue } from './contract/queries';
import { limitProblems } from './judge/split/settings';
import { limitOf } from './judging/split';
import { problemsOfTemplate } from './providers/prometheus/template';

/** What may be judged, by namespace and name. */
export interface RolloutCatalogue {
  readonly rollouts: readonly JudgedRollout[];
  /** Names of rollouts, each once. */
  readonly names: readonly string[];
  find(namespace: string, name: string): JudgedRollout | undefined;
}

/** A look at so many takes half a second of processor time, and three at once fit into the memory of the container. */
const mostWindows = 5_000;

/** @throws {Error} with every problem of the file */
export function loadCatalogue(file: string): RolloutCatalogue {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`catalogue ${file}: must be a readable JSON file`, { cause });
  }
  const problems = problemsOfCatalogue(value);
  if (problems.length > 0) throw new Error(`catalogue ${file}:\n- ${problems.join('\n- ')}`);
  return catalogueOf(value as Catalogue); // checked just now
}

/** The catalogue of a service that has none yet. */
export function builtInCatalogue(): RolloutCatalogue {
  return catalogueOf(exampleCatalogue);
}

export function catalogueOf({ rollouts }: Catalogue): RolloutCatalogue {
  const byKey = new Map(rollouts.map((rollout) => [keyOf(rollout.namespace, rollout.name), rollout]));
  return {
    rollouts,
    names: [...new Set(rollouts.map(({ name }) => name))],
    find: (namespace, name) => byKey.get(keyOf(namespace, name)),
  };
}

const problemsOfShape = checker(catalogueSchema);

/** Everything that is wrong with a catalogue; empty when it can be judged by. */
export function problemsOfCatalogue(value: unknown): string[] {
  const shape = problemsOfShape(value);
  if (shape.length > 0) return shape;
  const { rollouts } = value as Catalogue; // its shape has been checked
  const keys = rollouts.map(({ namespace, name }) => keyOf(namespace, name));
  return rollouts.flatMap((rollout, i) => [
    ...problemsOfRollout(rollout).map((problem) => `rollouts[${i}].${problem}`),
    ...(keys.indexOf(keys[i] ?? '') < i ? [`rollouts[${i}]: ${keys[i]} must appear once`] : []),
  ]);
}

function problemsOfRollout({ windowSeconds, horizonSeconds, queries, objectives }: JudgedRollout): string[] {
  const problems = Object.entries(queries).flatMap(([name, template]) =>
    problemsOfTemplate(template).map((text) => `queries.${name}: ${text}`),
  );
  for (const [i, objective] of objectives.entries()) problems.push(...limitProblems(limitOf(objective), `objectives[${i}].limit`));
  if (horizonSeconds < windowSeconds)
    problems.push(`horizonSeconds: must hold at least one window of ${windowSeconds} s, got ${horizonSeconds}`);
  if (horizonSeconds / windowSeconds > mostWindows) {
    const [most, least] = [mostWindows * windowSeconds, Math.ceil(horizonSeconds / mostWindows)];
    problems.push(
      `horizonSeconds: must be at most ${most} for windows of ${windowSeconds} s, or windowSeconds at least ${least}, got ${horizonSeconds}`,
    );
  }
  return problems;
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}
