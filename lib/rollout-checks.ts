import { AnalysisService } from './analysis-service';
import type { Looks } from './analysis-template';
import { checkApp, checkSide, pathProblem } from './app-checks';
import { defaults } from './app-props';
import type { AppWorkload } from './app-workload';
import { reject } from './problems';
import type { RolloutProps } from './rollout-props';
import { checkTimes, secondsOf } from './time';

/** Seconds that new pods have to become available. */
export const defaultDeadline = 600;

/** The judge of a release. One that is missing is rejected; what stands in for it shows the other mistakes and is never written. */
export function judgeOf(release: AppWorkload, judgedBy: unknown): AnalysisService {
  if (judgedBy instanceof AnalysisService) return judgedBy;
  const way = "write const judge = new AnalysisService(production, 'judge', { ... }) and judgedBy: judge";
  reject(release, `judgedBy: a release needs a judge, got ${judgedBy === undefined ? 'none' : JSON.stringify(judgedBy)}; ${way}`);
  const image = `registry.invalid/judge:0@sha256:${'0'.repeat(64)}`;
  return new AnalysisService(release, 'judge', { image, prometheus: 'http://prometheus' });
}

/** Rejects what is wrong with a release that Argo Rollouts carries out, whatever its strategy. */
export function checkRollout(
  release: AppWorkload & { readonly appName: string; readonly looks: Looks },
  props: RolloutProps,
  judge: AnalysisService,
): void {
  const { look, watch, deadline, minReady, smokeTests = [], migration } = props;
  checkApp(release, release.appName, props);
  checkSide(release, '', { image: props.image }, props);
  checkTimes(release, { look, watch, deadline, minReady });
  checkLooks(release, release.looks);
  const [most, least] = [secondsOf(deadline, defaultDeadline), secondsOf(minReady, defaults.minReady.toSeconds())];
  if (!(most > least)) reject(release, `deadline: it must be above minReady, got ${most} s and ${least} s; raise the deadline`);
  smokeTests.forEach((path, index) => {
    reject(release, pathProblem(`smokeTests[${index}]`, path));
  });
  const { namespace, meshInjection } = release.production;
  if (props.metricSource === 'istio' && !meshInjection) {
    reject(
      release,
      `metricSource: Istio's metrics are told apart by the proxies in the pods, got a Production without meshInjection; set meshInjection: true there`,
    );
  }
  if (migration && migration.production !== release.production) {
    reject(
      release,
      `migration: it runs beside the release that needs it, and "${migration.id}" is in ${migration.production.namespace}; give ${namespace} one of its own`,
    );
  }
  if (judge.production !== release.production) {
    reject(
      release,
      `judgedBy: a template reads Secrets of its own namespace, and "${judge.id}" lives in ${judge.production.namespace}; give ${namespace} a judge of its own`,
    );
  }
}

function checkLooks(release: AppWorkload, { interval, watch }: Looks): void {
  if (!(interval >= 10)) reject(release, `look: the judge needs at least 10 s between two looks, got ${interval} s`);
  if (!(watch >= interval)) {
    reject(
      release,
      `watch: a watch lasts at least one look, got ${watch} s with a look every ${interval} s; watch longer, or look more often`,
    );
  }
}
