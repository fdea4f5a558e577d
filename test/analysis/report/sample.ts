/** Records as the service would keep them, on made-up data that look like a release. */
import { catalogueOf } from '../../../analysis/catalogue';
import type { JudgedRollout } from '../../../analysis/contract/catalogue.generated';
import type { JudgementRequest } from '../../../analysis/contract/judgement-request.generated';
import type { JudgementRecord } from '../../../analysis/contract/record';
import type { Windows } from '../../../analysis/contract/windows.generated';
import { createJudging } from '../../../analysis/judging/judging';
import { splitJudge } from '../../../analysis/judging/split';
import type { Provider } from '../../../analysis/providers/provider';
import { lastWindowEnd, now, request, rolloutWith } from '../service/service';

export interface Sample {
  /** Share of failed requests on the canary. The stable side has 0.2 %. */
  readonly errors: number;
  /** How many times as many slow requests as on the stable side. */
  readonly slow: number;
  readonly windows?: number;
  readonly request?: Partial<JudgementRequest>;
  readonly objectives?: JudgedRollout['objectives'];
}

const le = [0.05, 0.1, 0.25, 0.5, 1, 2.5];
const slower = [0.9, 0.5, 0.1, 0.02, 0.004, 0.0005];

export async function recordOf({ errors, slow, windows = 24, request: changes = {}, objectives }: Sample): Promise<JudgementRecord> {
  const counted: Windows = {
    from: lastWindowEnd - windows * 60,
    seconds: 60,
    le,
    canary: side(windows, 480, errors, slow, 1),
    stable: side(windows, 4_300, 0.002, 1, 2),
  };
  const provider: Provider = {
    release: async ({ rollout, canaryHash, until }) => ({
      windows: counted,
      age: 0,
      notFinite: 1,
      warnings: [],
      queries: (['requests', 'errors', 'buckets'] as const).map((name) => ({
        side: 'canary',
        name,
        promql: rollout.queries[name].replaceAll('<hash>', canaryHash),
        start: until - 7_200,
        end: until,
        step: 60,
        series: name === 'buckets' ? 7 : 1,
      })),
    }),
  };
  const catalogue = catalogueOf({ version: 1, rollouts: [rolloutWith(objectives ? { objectives } : {})] });
  return createJudging({ catalogue, provider, judge: splitJudge, deadlineMs: 1_000 }).look({ ...request, ...changes }, now);
}

/** Counts that waver by a tenth, the same on every machine; the fourth window is missing. */
function side(windows: number, requests: number, errors: number, slow: number, seed: number): Windows['canary'] {
  let state = seed;
  const wavering = (value: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.round(value * (0.9 + state / 4_294_967_296 / 5));
  };
  const all = Array.from({ length: windows }, () => wavering(requests));
  return {
    requests: all.map((n, i) => (i === 3 ? null : n)),
    errors: all.map((n, i) => (i === 3 ? null : wavering(n * errors))),
    buckets: all.map((n, i) =>
      i === 3 ? null : [...slower.map((share, at) => n - Math.round(n * Math.min(1, at < 2 ? share : share * slow))), n],
    ),
  };
}
