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
    return commands(
      ...status(release),
      `kubectl argo rollouts abort ${name} -n ${namespace}   # traffic goes back to the settled side`,
      `kubectl argo rollouts undo ${name} -n ${namespace}    # after a finished release: back to the previous revision`,
    );
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

function status({ name, namespace, machinery }: Release): string[] {
  return machinery === 'rollout'
    ? [`kubectl argo rollouts get rollout ${name} -n ${namespace}`]
    : [`kubectl -n ${namespace} get deployments,services -l app=${name}`];
}
