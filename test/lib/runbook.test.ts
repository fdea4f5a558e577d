import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AnalysisService, BlueGreenDeployment, BlueGreenRollout, CanaryRollout, Migration, Monitoring } from '../../lib';
import { planOf } from '../../lib/plan';
import { runbookText } from '../../lib/runbook';
import { commandsOf } from '../../lib/runbook-commands';
import { pinned, world } from './support';

function releases({ namespace = 'production', backsUp = true, catchUp = false } = {}) {
  const { production, judge } = world({ namespace });
  const backup = backsUp ? { backup: { image: pinned('tools'), claim: 'dumps' } } : {};
  const migration = new Migration(production, 'names', { image: pinned('names'), catchUp, ...backup });
  return [
    new CanaryRollout(production, 'shop', { image: pinned('shop'), host: 'shop.example.com', judgedBy: judge }),
    new BlueGreenRollout(production, 'cart', { image: pinned('cart'), judgedBy: judge, migration }),
    new BlueGreenDeployment(production, 'till', { active: 'blue', blue: { image: pinned('till') }, green: { image: pinned('till') } }),
  ].map(({ release }) => release);
}

test.each(releases().map((release) => [release.name, release] as const))(
  'no command of %s is a server-side apply: the controller owns the selectors of the Services',
  (_name, release) => {
    const { deploy, rollBack, status } = commandsOf(release);
    const commands = [...deploy, ...rollBack, ...status].filter((line) => line.includes('kubectl apply'));
    expect(commands).not.toHaveLength(0);
    expect(commands.filter((line) => line.includes('--server-side'))).toEqual([]);
  },
);

describe('what surprises people', () => {
  const [canary, blueGreen] = releases().map((release) => commandsOf(release).notes.join('\n'));

  test('promote skips an undecided stage of a canary, and asks again after a blue/green switch', () => {
    expect(canary).toMatch(/promote` skips the undecided stage.*pauseConditions/);
    expect(blueGreen).toMatch(/promote` asks again/);
  });

  test('with crashing pods after the switch only the Service itself brings users back', () => {
    const [ofCanary, ofBlueGreen] = releases().map((release) => commandsOf(release).rollBack.join('\n'));
    expect(ofBlueGreen).toMatch(
      /when the new pods crash: the abort moves nothing[^`]*`undo`[\s\S]*patch service cart .*rollouts-pod-template-hash/,
    );
    expect(ofCanary).not.toContain('patch service');
  });

  test('up to Argo Rollouts 1.9 only an abort brings users back while the watch runs', () => {
    expect(blueGreen).toMatch(
      /While the watch runs, go back with `abort`: up to Argo Rollouts 1\.9 `undo` or a revert .* leaves the users/,
    );
  });

  test('no deadline ends a release whose pods are ready for a moment in every round of a crash loop', () => {
    for (const notes of [canary, blueGreen]) expect(notes).toMatch(/crash loop .* counts as progress: the deadline does not end/);
  });
});

describe('a plain blue/green release', () => {
  const [, , plain] = releases().map((release) => commandsOf(release));

  test('has both colours at full strength before the switch, which is one word', () => {
    const deploy = plain?.deploy.join('\n') ?? '';
    expect(deploy).toMatch(
      /`standbyReplicas: 3`[\s\S]*rollout status deployment\/till-green[\s\S]*`active: 'green'` in `main.ts` and nothing else/,
    );
  });

  test('goes back to pods that are there, or waits for them first', () => {
    expect(plain?.rollBack.join('\n')).toMatch(
      /still has its pods[\s\S]*When its pods are gone, they come back first: `standbyReplicas: 3`/,
    );
  });
});

describe('a migration', () => {
  const [, cart] = releases();
  const text = (cart && commandsOf(cart).migrations[0]?.text) ?? '';

  test('is told in the order of its phases, contract last and after a backup of its own', () => {
    const order = ['Job.names-backup', 'Job.names-expand', 'Job.names-backfill', 'Job.names-verify', 'migrate switch', 'migrate approve'];
    const places = [...order, 'names-backup-before-contract', 'patch -f dist/production/names/Job.names-contract'].map((one) =>
      text.indexOf(one),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });
});

test('a migration with a pod that follows says when it comes, what it says, and when it goes', () => {
  const [, cart] = releases({ catchUp: true });
  if (!cart) throw new Error('no release');
  const { text = '' } = commandsOf(cart).migrations[0] ?? {};
  const order = [
    'contract,catchup)',
    '-f dist/production/names/Deployment.names-catchup',
    'logs deployment/names-catchup',
    'delete deployment',
  ];
  const places = [...order, 'out of `main.ts`'].map((one) => text.indexOf(one));
  expect(places).not.toContain(-1);
  expect(places.slice(0, 4)).toEqual(places.slice(0, 4).sort((a, b) => a - b));
  expect(text.indexOf('Job.names-backfill')).toBeLessThan(text.indexOf('Deployment.names-catchup'));
  expect(runbookText(cart)).toContain('names: backup, expand, backfill and catchup, verify;');
  expect(runbookText(releases()[1] ?? cart)).not.toContain('catchup');
});

test('a migration that nobody here backs up says so, and names no Job that is not there', () => {
  const [, cart] = releases({ backsUp: false });
  if (!cart) throw new Error('no release');
  const { text = '' } = commandsOf(cart).migrations[0] ?? {};
  expect(text).not.toContain('Job.names-backup');
  expect(text.match(/npx bluecanary migrate backup names --method/g)).toHaveLength(2);
  expect(runbookText(cart)).toContain('| migrations | names: expand, backfill, verify; contract after approval |');
  expect(runbookText(cart)).toContain('- [ ] Backup taken');
});

test('commands name the folder that is written, which is called like the Production and not like its namespace', () => {
  for (const release of releases({ namespace: 'shop-eu' })) {
    const text = runbookText(release);
    expect(text).toContain(`kubectl apply -f dist/production/${release.name}/`);
    expect(text).toContain('-n shop-eu');
    expect(text).not.toContain('dist/shop-eu');
  }
});

test('the evidence that a release needs is counted with the error budget of its own judge', () => {
  const { production } = world();
  const needed = [0.001, 0.1].map((alpha) => {
    const judge = new AnalysisService(production, `judge-${alpha * 1000}`, {
      image: pinned('judge'),
      prometheus: 'http://prometheus',
      alpha,
    });
    const { release } = new BlueGreenRollout(production, `cart-${alpha * 1000}`, { image: pinned('cart'), judgedBy: judge });
    return planOf(release).stages[0]?.needed;
  });
  // ln(2 objectives / alpha) / -ln(1 - 0.01)
  expect(needed).toEqual([757, 299]);
});

test('a runbook speaks of testers and smoke tests where there are some', () => {
  const { production, judge } = world();
  const text = (name: string, props: Partial<ConstructorParameters<typeof CanaryRollout>[2]>) =>
    runbookText(
      new CanaryRollout(production, name, { image: pinned('shop'), host: `${name}.example.com`, judgedBy: judge, ...props }).release,
    );
  expect(text('shop', {})).toMatch(/Testers reach the canary[\s\S]*- \[x\] New side tested before users see it \(smoke tests\)/);
  const bare = text('bare', { testers: false, smokeTests: [] });
  expect(bare).not.toContain('Testers reach the canary');
  expect(bare).toContain('- [ ] New side tested before users see it\n');
});

test('without a Monitoring nobody claims alerts and dashboards', () => {
  const { app, production, judge } = world();
  const [shop, cart] = ['shop', 'cart'].map((name) => new BlueGreenRollout(production, name, { image: pinned(name), judgedBy: judge }));
  if (!shop || !cart) throw new Error('no releases');
  new Monitoring(production, 'monitoring', { of: [shop] });
  const { files } = app.render();
  const items = ['Dashboards and alerts exist', 'Baseline recorded', 'Database: lag', 'Resources of the pods'];
  for (const item of items) {
    expect(files.get('shop/runbook.md')).toContain(`- [x] ${item}`);
    expect(files.get('cart/runbook.md')).toContain(`- [ ] ${item}`);
  }
});

test('no block of commands holds two decisions: whoever pastes it decides once', () => {
  const dist = join(__dirname, '../../dist');
  const runbooks = readdirSync(dist).flatMap((folder) =>
    existsSync(join(dist, folder, 'runbook.md')) ? [join(dist, folder, 'runbook.md')] : [],
  );
  const blocks = runbooks.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block),
  );
  expect(blocks.length).toBeGreaterThan(60);
  const decisions = (block: string) => new Set(block.match(/argo rollouts (promote|abort|undo)/g)).size;
  expect(blocks.filter((block) => decisions(block) > 1)).toEqual([]);
});
