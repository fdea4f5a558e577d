import { podsOf, type Workload } from './pods';
import { groupedBy, type References } from './references';

/** Deployments that are the sides of one release: the same `app`, told apart by `version` or `track`. */
export function sidesOf(references: References): ReadonlyMap<string, readonly Workload[]> {
  return references.part(sidesOf, () => {
    const deployments = podsOf(references).workloads.filter(
      ({ item, labels }) => item.kind === 'Deployment' && (labels['version'] ?? labels['track']) !== undefined,
    );
    const groups = groupedBy(deployments, ({ item, labels }) =>
      labels['app'] === undefined ? undefined : `${item.namespace}/${labels['app']}`,
    );
    return new Map([...groups].filter(([, group]) => group.length > 1));
  });
}

/** The sides that a Deployment is one of; none when it stands alone. */
export function siblingsOf(workload: Workload, references: References): readonly Workload[] {
  const group = sidesOf(references).get(`${workload.item.namespace}/${workload.labels['app']}`) ?? [];
  return group.includes(workload) ? group : [];
}
