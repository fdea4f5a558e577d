import { commands } from './alert';
import type { Release } from './release';

/** The first look at a release, as commands. */
export function diagnose(release: Release): string {
  const { name, namespace } = release;
  return commands(
    ...status(release),
    `kubectl -n ${namespace} get pods -l app=${name} -L version,track -o wide`,
    `kubectl -n ${namespace} logs -l app=${name} --all-containers --prefix --since=15m --tail=200`,
  );
}

/** Ends the release under way and keeps the users on the version that worked. */
export function stopRelease(release: Release): string {
  const { name, namespace, machinery } = release;
  if (machinery === 'rollout') {
    return [
      'While a release is under way:',
      '',
      commands(...status(release), `kubectl argo rollouts abort ${name} -n ${namespace}`),
      '',
      'When the release is over, go back to the version before it, as [Roll back](#roll-back) says.',
    ].join('\n');
  }
  return [
    'Send the traffic back by reverting the commit that moved it; Git is what decides, so the next sync would undo a patch.',
    '',
    commands(
      ...status(release),
      'git revert <commit of the release> && git push',
      `kubectl -n ${namespace} get pods -l app=${name} -L version,track`,
    ),
  ].join('\n');
}

/** What a person chooses between when a release waits: each its own block, so that nobody runs both. */
export function decide({ name, namespace, strategy, machinery }: Release): string {
  const promote =
    strategy === 'canary' && machinery === 'rollout'
      ? 'Go on; an undecided stage is skipped, and [Know before you need it](#know-before-you-need-it) says how to ask it again:'
      : 'Go on; an undecided analysis is asked again:';
  return [
    commands(`kubectl argo rollouts get rollout ${name} -n ${namespace}`),
    '',
    promote,
    '',
    commands(`kubectl argo rollouts promote ${name} -n ${namespace}`),
    '',
    'Or end it:',
    '',
    commands(`kubectl argo rollouts abort ${name} -n ${namespace}`),
  ].join('\n');
}

function status({ name, namespace, machinery }: Release): string[] {
  return machinery === 'rollout'
    ? [`kubectl argo rollouts get rollout ${name} -n ${namespace}`]
    : [`kubectl -n ${namespace} get deployments,services -l app=${name}`];
}
