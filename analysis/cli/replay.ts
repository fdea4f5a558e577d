import { builtInCatalogue, loadCatalogue } from '../catalogue';
import type { JudgedRollout } from '../contract/catalogue.generated';
import type { Judgement } from '../contract/judgement.generated';
import type { JudgementRequest } from '../contract/judgement-request.generated';
import requestSchema from '../contract/judgement-request.schema.json';
import { checker } from '../contract/problems';
import { judges } from '../judging/judges';
import { createJudging } from '../judging/judging';
import { reportOf } from '../judging/report';
import { createPrometheusClient } from '../providers/prometheus/client';
import { createPrometheusProvider } from '../providers/prometheus/provider';
import { ProviderFailure } from '../providers/provider';
import { discoverVersions } from '../replay/discover';
import { replayedLooks } from '../replay/looks';
import { tableOf } from '../replay/table';
import { judgementPage } from '../report/judgement-page';

/** `bluecanary replay`: what this configuration would have decided on past data. */
export interface ReplayOptions {
  /** Address of Prometheus. */
  readonly prometheus: string;
  /** ISO 8601, or seconds since 1970. */
  readonly from: string;
  readonly to: string;
  /** Name of the rollout, or `namespace/name` where several have it. */
  readonly rollout: string;
  /** Path of catalogue.json. @default the built-in example, production/myapp */
  readonly catalogue?: string;
  /** html is the report page of the look that decided. @default 'table' */
  readonly format?: 'table' | 'json' | 'html';
  /** Pod template hashes. @default the newest release in the span is found */
  readonly canary?: string;
  readonly stable?: string;
  /** @default 'all' */
  readonly objectives?: JudgementRequest['objectives'];
  /** @default 'split' */
  readonly judge?: Judgement['judge'];
  /** Takes the output. @default standard output */
  readonly write?: (text: string) => void;
}

const limits = { queryMs: 10_000, lookMs: 30_000 };

/**
 * Judges a past release look by look and writes what came out.
 *
 * @returns 0 when it passed, 1 when it would have been aborted, 2 when it would have been held
 * @throws {Error} for options that cannot be replayed, and a Prometheus that does not say which versions there were
 */
export async function replay(options: ReplayOptions): Promise<number> {
  const rollout = rolloutOf(options);
  const [from, to] = spanOf(options);
  const client = createPrometheusClient({ url: options.prometheus }, { queryMs: limits.queryMs });
  try {
    const { canary, stable } = options;
    const grid = (time: number) => Math.floor(time / rollout.windowSeconds) * rollout.windowSeconds;
    const at = { start: grid(from), end: grid(to), step: rollout.windowSeconds };
    const versions =
      canary === undefined
        ? await discoverVersions(client, rollout, at, AbortSignal.timeout(limits.lookMs)).catch(named)
        : { canaryHash: canary, stableHash: stable ?? canary };
    const request: JudgementRequest = {
      rollout: rollout.name,
      namespace: rollout.namespace,
      ...versions,
      phase: 'step',
      objectives: options.objectives ?? 'all',
    };
    const problems = checker(requestSchema)(request);
    if (problems.length > 0) throw new Error(`this cannot be asked:\n  ${problems.join('\n  ')}`);
    const judging = createJudging({
      catalogue: { rollouts: [rollout], names: [rollout.name], find: () => rollout },
      provider: createPrometheusProvider(client),
      judge: judges[options.judge ?? 'split'],
      deadlineMs: limits.lookMs,
    });
    const records = await replayedLooks(judging, request, rollout, from, to);
    const decisive = records.find(({ judgement }) => judgement.verdict === 'Fail') ?? records.at(-1);
    const write = options.write ?? ((text: string) => void process.stdout.write(text));
    if (options.format === 'html' && decisive !== undefined) write(judgementPage(await reportOf(decisive)));
    else if (options.format === 'json')
      write(
        `${JSON.stringify(
          records.map(({ at: _, ...record }) => record),
          null,
          2,
        )}\n`,
      );
    else write(tableOf(records));
    return { Pass: 0, Fail: 1, Inconclusive: 2 }[decisive?.judgement.verdict ?? 'Inconclusive'];
  } finally {
    await client.close();
  }
}

/** A failure says what happened; here it must say to whom. */
function named(cause: unknown): never {
  throw cause instanceof ProviderFailure ? new Error(`Prometheus ${cause.message}`, { cause }) : cause;
}

function rolloutOf({ rollout: asked, catalogue: file }: ReplayOptions): JudgedRollout {
  const { rollouts } = file === undefined ? builtInCatalogue() : loadCatalogue(file);
  const found = rollouts.filter(({ namespace, name }) => asked === name || asked === `${namespace}/${name}`);
  const [only, ...more] = found;
  if (only !== undefined && more.length === 0) return only;
  const known = (found.length > 0 ? found : rollouts).map(({ namespace, name }) => `${namespace}/${name}`).join(', ');
  throw new Error(`--rollout: must name one rollout of the catalogue (${known}), got ${asked}`);
}

function spanOf({ from, to, prometheus }: ReplayOptions): [number, number] {
  const [start, end] = [secondsOf(from), secondsOf(to)];
  const problems = [
    ...(Number.isNaN(start) ? [`--from: must be ISO 8601 or seconds since 1970, got ${from}`] : []),
    ...(Number.isNaN(end) ? [`--to: must be ISO 8601 or seconds since 1970, got ${to}`] : []),
    ...(end <= start ? [`--to: must be after --from, got ${to}`] : []),
    ...(/^https?:\/\/./.test(prometheus) && URL.canParse(prometheus)
      ? []
      : [`--prometheus: must be an http or https address, got ${prometheus}`]),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return [start, end];
}

function secondsOf(text: string): number {
  return /^\d{9,11}(\.\d+)?$/.test(text) ? Number(text) : Date.parse(text) / 1_000;
}
