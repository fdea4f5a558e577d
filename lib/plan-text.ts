import { duration, type Evidence, type ReleasePlan, type StagePlan } from './plan';

export type PlanFormat = 'text' | 'json' | 'markdown';

/** The plans of all releases, for a terminal, a program, or a pull request. */
export function formatPlans(plans: readonly ReleasePlan[], format: PlanFormat): string {
  if (format === 'json') return `${JSON.stringify(plans, undefined, 2)}\n`;
  return plans.map(format === 'markdown' ? markdown : text).join('\n');
}

function facts(plan: ReleasePlan): readonly (readonly [string, string])[] {
  const by = plan.machinery === 'rollout' ? 'Argo Rollouts' : 'plain Deployments';
  return [
    ['strategy', `${plan.strategy}, carried out by ${by}`],
    ['healthy', plan.objectives.join('; ')],
    ['expected duration', duration(plan.expectedSeconds)],
    ['peak pods', String(plan.peakPods)],
    ['peak MongoDB connections', `${plan.peakConnections} of ${plan.connectionLimit} (80 % of a node)`],
    [
      'migrations',
      plan.migrations.length === 0
        ? 'none'
        : plan.migrations
            .map(
              (id) =>
                `${id}: ${plan.backsUp ? 'backup, ' : ''}expand, backfill${plan.catchesUp ? ' and catchup' : ''}, verify; contract after approval`,
            )
            .join('; '),
    ],
    [
      'instant roll back',
      plan.instantRollBackSeconds === 0 ? 'while the previous side runs' : `for ${duration(plan.instantRollBackSeconds)}`,
    ],
  ];
}

const shortfall: Partial<Readonly<Record<Evidence, string>>> = {
  later: ', which more looks bring',
  never: ', not enough: the stage will hold',
  unjudged: ', not enough to tell',
};

/** Whether the traffic declared brings enough evidence by the end of a stage. */
export function evidence({ weight, requests, needed, evidence: when }: StagePlan): string {
  if (when === 'none-needed') return weight === 0 ? 'no requests go there' : 'nothing to compare with';
  if (when === 'undeclared') return `${needed} requests needed, traffic not declared`;
  return `${requests} requests, ${needed} needed${shortfall[when] ?? ''}`;
}

function text(plan: ReleasePlan): string {
  const rows = facts(plan);
  const width = Math.max(...rows.map(([name]) => name.length));
  const stages = plan.stages.map(
    (stage) =>
      `  ${`${stage.weight} %`.padStart(5)}  ${String(stage.pods).padStart(3)} pods  ${duration(stage.seconds).padEnd(12)} ${evidence(stage)}`,
  );
  return [`${plan.namespace}/${plan.name}`, ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`), ...stages, ''].join('\n');
}

function markdown(plan: ReleasePlan): string {
  return [`### ${plan.namespace}/${plan.name}`, '', ...factTable(plan), '', ...stageTable(plan), ''].join('\n');
}

/** A table of two columns. */
export function factTable(plan: ReleasePlan): readonly string[] {
  return ['| | |', '| --- | --- |', ...facts(plan).map(([name, value]) => `| ${name} | ${value} |`)];
}

/** A row per stage. */
export function stageTable(plan: ReleasePlan): readonly string[] {
  const rows = plan.stages.map((stage) => `| ${stage.weight} % | ${stage.pods} | ${duration(stage.seconds)} | ${evidence(stage)} |`);
  return ['| traffic on the new version | its pods | settle and watch | evidence by then |', '| --- | --- | --- | --- |', ...rows];
}
