import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { BlueGreenRollout, CanaryRollout, Migration } from '../../lib';
import { budgetOf, passesOf } from '../../lib/analysis-template';
import { at } from '../dist/manifests';
import { fieldsOf, pinned, world } from './support';

const { app, production, judge } = world();
const migration = new Migration(production, 'users', { image: pinned('migrations') });
new CanaryRollout(production, 'shop', { image: pinned('shop'), host: 'shop.example.com', judgedBy: judge });
new BlueGreenRollout(production, 'cart', { image: pinned('cart'), judgedBy: judge, migration });
const field = fieldsOf(app);

type Phase = 'Successful' | 'Failed' | 'Inconclusive' | 'Error' | 'Running';

/** How the controller ends a metric, after these measurements in this order. */
function phaseOf(metric: unknown, measurements: readonly Exclude<Phase, 'Running'>[]): Phase {
  const limit = (name: string) => Number(at(metric, name) ?? 0);
  const counted = { Successful: 0, Failed: 0, Inconclusive: 0, Error: 0 };
  const row = { Successful: 0, Error: 0 };
  for (const one of measurements) {
    counted[one]++;
    row.Successful = one === 'Successful' ? row.Successful + 1 : 0;
    row.Error = one === 'Error' ? row.Error + 1 : 0;
    if (row.Error > limit('consecutiveErrorLimit')) return 'Error';
    if (counted.Inconclusive > limit('inconclusiveLimit')) return 'Inconclusive';
    if (counted.Failed > limit('failureLimit')) return 'Failed';
    const wanted = limit('consecutiveSuccessLimit');
    if (wanted > 0 && row.Successful >= wanted) return 'Successful';
    const count = limit('count');
    const looks = counted.Successful + counted.Failed + counted.Inconclusive;
    if (count > 0 && looks >= count) return wanted > 0 ? 'Inconclusive' : 'Successful';
  }
  return 'Running';
}

const gates = ['shop-judge/judge', 'cart-watch/judge', 'cart-drift/drift'];

describe.each(gates)('the gate %s', (gate) => {
  const [template, name] = gate.split('/');
  const metric = field(`AnalysisTemplate/${template}`, `spec.metrics.${name}`);
  const passes = Number(at(metric, 'consecutiveSuccessLimit'));
  const count = Number(at(metric, 'count'));

  test('has both conditions, so that neither leaves a third case out', () => {
    expect(at(metric, 'successCondition')).not.toBe('');
    expect(at(metric, 'successCondition')).toEqual(expect.any(String));
    expect(at(metric, 'failureCondition')).toEqual(expect.any(String));
  });

  test('passes after all looks in a row, not one less', () => {
    const looks = Array<'Successful'>(passes).fill('Successful');
    expect(phaseOf(metric, looks)).toBe('Successful');
    expect(phaseOf(metric, looks.slice(1))).toBe('Running');
  });

  test('holds for a person when no look ever decides', () => {
    expect(phaseOf(metric, Array<'Inconclusive'>(count).fill('Inconclusive'))).toBe('Inconclusive');
  });

  test('fails with the first decisive fail', () => {
    expect(phaseOf(metric, ['Successful', 'Inconclusive', 'Failed'])).toBe('Failed');
  });

  test('outlives three minutes without the judge, and not an hour: an error is looked at again after 10 s', () => {
    expect(phaseOf(metric, ['Successful', ...Array<'Error'>(19).fill('Error')])).toBe('Running');
    expect(phaseOf(metric, ['Successful', ...Array<'Error'>(360).fill('Error')])).toBe('Error');
  });

  test('never passes, whatever comes, without that many passes in a row', () => {
    const measurement = fc.constantFrom('Successful', 'Successful', 'Inconclusive', 'Error' as const);
    const runs = fc.array(fc.tuple(measurement, fc.integer({ min: 1, max: passes + 1 })), { maxLength: 12 });
    let passed = 0;
    fc.assert(
      fc.property(runs, (lengths) => {
        const measurements = lengths.flatMap(([one, length]) => Array<typeof one>(length).fill(one));
        if (phaseOf(metric, measurements) !== 'Successful') return;
        passed++;
        expect(measurements.join(' ')).toContain(Array(passes).fill('Successful').join(' '));
      }),
    );
    expect(passed).toBeGreaterThan(0);
  });

  test('satisfies the validation of Argo Rollouts', () => {
    const limit = (key: string) => Number(at(metric, key) ?? 0);
    expect(count).toBeGreaterThanOrEqual(limit('failureLimit') + passes);
    expect(count).toBeGreaterThanOrEqual(limit('inconclusiveLimit'));
    expect(limit('provider.web.timeoutSeconds')).toBeLessThan(Number(String(at(metric, 'interval')).replace('s', '')));
  });
});

test('a veto never ends well by itself and never holds: it only aborts', () => {
  const metric = field('AnalysisTemplate/shop-veto', 'spec.metrics.judge');
  expect(phaseOf(metric, Array<'Successful'>(500).fill('Successful'))).toBe('Running');
  expect(phaseOf(metric, Array<'Inconclusive'>(500).fill('Inconclusive'))).toBe('Running');
  expect(phaseOf(metric, ['Failed'])).toBe('Failed');
});

test('a watch has its first look at its start, and three times the looks until a person is asked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 600 }), fc.integer({ min: 1, max: 200 }), (interval, looks) => {
      const passes = passesOf({ interval, watch: interval * looks });
      expect((passes - 1) * interval).toBe(interval * looks);
      expect(budgetOf({ interval, watch: interval * looks })).toBe(3 * passes);
    }),
  );
});

test('every argument that the body uses is declared, and every Rollout gives it', () => {
  for (const [template, given] of [
    ['shop-judge', 'spec.strategy.canary.steps.6.analysis.args'],
    ['shop-veto', 'spec.strategy.canary.analysis.args'],
  ]) {
    const used = [...JSON.stringify(field(`AnalysisTemplate/${template}`, 'spec.metrics')).matchAll(/\{\{args\.([\w-]+)\}\}/g)].map(
      ([, name]) => name,
    );
    const declared = field(`AnalysisTemplate/${template}`, 'spec.args') as { name: string; valueFrom?: unknown }[];
    expect(declared.map(({ name }) => name)).toEqual(expect.arrayContaining([...new Set(used)]));
    const open = declared.filter(({ valueFrom }) => valueFrom === undefined).map(({ name }) => name);
    expect((field('Rollout/shop', given) as { name: string }[]).map(({ name }) => name)).toEqual(open);
  }
});

test('the token is read by the template, where a Rollout could not name a Secret', () => {
  for (const template of ['shop-judge', 'shop-veto', 'cart-watch', 'cart-drift']) {
    expect(field(`AnalysisTemplate/${template}`, 'spec.args.token.valueFrom.secretKeyRef')).toEqual({ name: 'judge-token', key: 'token' });
  }
  expect(JSON.stringify([field('Rollout/shop'), field('Rollout/cart')])).not.toContain('judge-token');
});

describe('the smoke test', () => {
  const command = field(
    'AnalysisTemplate/shop-smoke',
    'spec.metrics.smoke.provider.job.spec.template.spec.containers.smoke.command',
  ) as string[];

  test.each([
    { answer: 200, code: 0 },
    { answer: 500, code: 1 },
    { answer: 302, code: 1 },
    { answer: 204, code: 1 },
  ])('ends with $code when a path answers $answer', async ({ answer, code }) => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(request.url === '/api/version' ? answer : 200, { location: '/health' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      expect(await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)).toBe(code); // it listens on TCP
      expect(asked).toEqual(['/health', '/api/version', '/api/db/ping']);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  test('fails when nobody listens', async () => {
    expect(await run('http://127.0.0.1:9')).toBe(1);
  });

  /** The Job's own command, with another address. */
  function run(address: string): Promise<number> {
    const argv = command.slice(1).map((word) => (word === 'http://shop-canary' ? address : word));
    return new Promise((resolve) => {
      execFile(process.execPath, argv, { timeout: 20_000 }, (error) => resolve(error === null ? 0 : Number(error.code)));
    });
  }
});
