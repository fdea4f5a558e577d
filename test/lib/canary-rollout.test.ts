import { Duration } from 'cdk8s';
import fc from 'fast-check';
import { CanaryRollout, errorRate, p99, percent, Retries, timesStable } from '../../lib';
import { canaryPods, checkStages } from '../../lib/stages';
import { at } from '../dist/manifests';
import { fieldsOf, pinned, problemsOf, world } from './support';

const strategy = 'spec.strategy.canary';
type Step = Readonly<Record<string, unknown>>;

function shop(props: Partial<ConstructorParameters<typeof CanaryRollout>[2]> = {}) {
  const { app, production, judge } = world();
  const release = new CanaryRollout(production, 'shop', { image: pinned('shop'), host: 'shop.example.com', judgedBy: judge, ...props });
  const field = (path: string, which = 'Rollout/shop') => fieldsOf(app)(which, path);
  return { app, release, field, steps: () => field(`${strategy}.steps`) as readonly Step[] };
}

const kindsOf = (steps: readonly Step[]) => steps.map((step) => Object.keys(step).join());

test('a release that begins while the previous version is still kept finds a third side, and its connections', () => {
  const capacity = (keepPrevious: Duration) => shop({ keepPrevious }).release.release.capacity;
  expect(capacity(Duration.minutes(1))).toMatchObject({ pods: 6, connections: 6 * 22 });
  expect(capacity(Duration.hours(1))).toMatchObject({ pods: 9, connections: 9 * 22 });
});

describe('before the first user', () => {
  test('one pod, testers by header, gates, and then pods that follow the traffic again', () => {
    const prologue = shop().steps().slice(0, 4);
    expect(kindsOf(prologue)).toEqual(['setCanaryScale', 'setHeaderRoute', 'analysis', 'setCanaryScale']);
    expect(prologue[0]).toEqual({ setCanaryScale: { replicas: 1 } });
    expect(prologue[3]).toEqual({ setCanaryScale: { matchTrafficWeight: true } });
  });

  test('the header route is managed, so it goes away by itself', () => {
    const { field, steps } = shop({ testers: { header: 'x-team', value: 'qa' } });
    const route = at(steps()[1], 'setHeaderRoute');
    expect(route).toEqual({ name: 'x-canary', match: [{ headerName: 'x-team', headerValue: { exact: 'qa' } }] });
    expect(field(`${strategy}.trafficRouting.managedRoutes`)).toEqual([{ name: 'x-canary' }]);
  });

  test('without testers and gates the stages begin at once', () => {
    const { field, steps } = shop({ testers: false, smokeTests: [] });
    expect(kindsOf(steps()).slice(0, 3)).toEqual(['setWeight', 'pause', 'analysis']);
    expect(field(`${strategy}.trafficRouting`)).not.toHaveProperty('managedRoutes');
  });
});

describe('stages', () => {
  test('at 100 % only absolute limits are asked for: the stable side has no traffic to compare with', () => {
    const stages = shop({ stages: [20, 100] })
      .steps()
      .filter((step) => at(step, 'analysis.args') !== undefined);
    const asked = stages.map((step) =>
      (at(step, 'analysis.args') as { name: string; value?: string }[]).find(({ name }) => name === 'objectives'),
    );
    expect(asked.map((argument) => argument?.value)).toEqual(['all', 'absolute']);
  });

  test('limits that are all relative cannot end at 100 %', () => {
    const relative = { healthy: [p99.atMost(timesStable(1.5))] } as const;
    expect(problemsOf(shop(relative).app)).toEqual([expect.stringMatching(/healthy: at 100 % the stable side has no traffic/)]);
    expect(problemsOf(shop({ ...relative, stages: [10, 50] }).app)).toEqual([]);
  });

  test('a stage lasts its settling and its watch', () => {
    const { field, steps } = shop({ stages: [50], settle: Duration.seconds(45), watch: Duration.minutes(2), look: Duration.seconds(60) });
    expect(steps().at(-2)).toEqual({ pause: { duration: '45s' } });
    expect(field('spec.metrics.judge', 'AnalysisTemplate/shop-judge')).toMatchObject({ interval: '60s', consecutiveSuccessLimit: 3 });
  });

  const problems = (stages: readonly number[]) => {
    const found: string[] = [];
    const node = { addValidation: ({ validate }: { validate(): string[] }) => found.push(...validate()) };
    checkStages({ node } as unknown as Parameters<typeof checkStages>[0], stages); // all that it uses of a construct
    return found;
  };

  test('any rising list of whole percentages is accepted', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1 }), (stages) => {
        expect(problems([...stages].sort((a, b) => a - b))).toEqual([]);
      }),
    );
  });

  test('any other list is refused, with every stage that is wrong', () => {
    const anything = fc.oneof(fc.integer({ min: -5, max: 120 }), fc.double(), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 8 }), (stages) => {
        const wrong = stages.flatMap((stage, index) => {
          const previous = stages[index - 1] ?? 0;
          return Number.isInteger(stage) && stage >= 1 && stage <= 100 && !(index > 0 && stage <= previous) ? [] : [index];
        });
        const found = problems(stages);
        expect(found.length > 0).toBe(stages.length === 0 || wrong.length > 0);
        for (const index of wrong) expect(found.join('\n')).toContain(`stages[${index}]`);
      }),
    );
  });

  test.each([
    [10, 5, 2],
    [25, 10, 3],
    [50, 5, 3],
    [100, 5, 5],
    [10, 1, 1],
  ])('at %i %% of %i pods the canary has %i', (weight, replicas, pods) => {
    expect(canaryPods(weight, replicas)).toBe(pods);
  });

  test('a canary has at least the share of pods that its traffic is, two where there are two, and never more than all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 500 }), (weight, replicas) => {
        const pods = canaryPods(weight, replicas);
        expect(pods).toBeGreaterThanOrEqual(Math.min(replicas, 2));
        expect(pods).toBeLessThanOrEqual(replicas);
        expect(pods / replicas).toBeGreaterThanOrEqual(weight / 100 - 1e-9);
      }),
    );
  });
});

describe('traffic', () => {
  test('every route that shares traffic is named, and the Rollout manages exactly these', () => {
    for (const retries of [Retries.onEverything(), Retries.safeForWrites()]) {
      const { field } = shop({ mesh: { retries } });
      const http = field('spec.http', 'VirtualService/shop-canary') as { name: string }[];
      expect(field(`${strategy}.trafficRouting.istio.virtualService.routes`)).toEqual(http.map(({ name }) => name));
    }
  });

  test('in Git every route rests at stable 100 and canary 0, by the host of each side', () => {
    const http = shop({ mesh: { retries: Retries.safeForWrites() } }).field('spec.http', 'VirtualService/shop-canary') as unknown[];
    for (const route of http) {
      expect(at(route, 'route')).toMatchObject([
        { destination: { host: 'shop-stable.production.svc.cluster.local' }, weight: 100 },
        { destination: { host: 'shop-canary.production.svc.cluster.local' }, weight: 0 },
      ]);
    }
  });

  test('pods of the canary are never ejected: it would hide the errors that the judge looks for', () => {
    const { field } = shop();
    expect(field('spec.trafficPolicy', 'DestinationRule/shop-canary')).not.toHaveProperty('outlierDetection');
    expect(field('spec.trafficPolicy.outlierDetection.consecutive5xxErrors', 'DestinationRule/shop-stable')).toBe(5);
  });
});

describe('a veto beside the stages', () => {
  test('begins with the first stage and asks for absolute limits only', () => {
    const { field, steps } = shop();
    const analysis = field(`${strategy}.analysis`);
    expect(kindsOf(steps())[Number(at(analysis, 'startingStep')) - 1]).toBe('setWeight');
    expect(at(analysis, 'args.objectives.value')).toBe('absolute');
  });

  test('is not there without an absolute limit', () => {
    const { field } = shop({ healthy: [p99.atMost(timesStable(2))], stages: [10] });
    expect(field(strategy)).not.toHaveProperty('analysis');
  });
});

test('the expected duration is the start of pods where a stage needs more, and settling and watching, and looks before the first evidence', () => {
  const { release } = shop({ stages: [10, 100], replicas: 4, healthy: [errorRate.atMost(percent(5))] });
  // Prologue, 2 pods at 10 %, 4 at 100 %: three starts of 40 s; a smoke test; two stages of 30 + 300 s; two windows without the 30 s, in looks.
  expect(release.release.timing.expected).toBe(3 * 40 + 10 + 2 * 330 + 90);
  expect(release.release.capacity).toMatchObject({ pods: 8, connections: 8 * 22 });
});
