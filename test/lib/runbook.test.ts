import { BlueGreenDeployment, BlueGreenRollout, CanaryRollout, Migration } from '../../lib';
import { commandsOf } from '../../lib/runbook-commands';
import { pinned, world } from './support';

function releases() {
  const { production, judge } = world();
  const migration = new Migration(production, 'names', { image: pinned('names') });
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
    expect(blueGreen).toMatch(/If they crash, it does not.*patch service cart .*rollouts-pod-template-hash/);
    expect(canary).not.toContain('patch service');
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
