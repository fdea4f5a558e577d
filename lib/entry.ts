import type { Construct } from 'constructs';
import { destinationRule } from './destination-rule';
import { Ingress, type IngressProps } from './ingress';
import { hostProblem } from './labels';
import { checkMesh, type MeshProps, Retries } from './mesh';
import { reject } from './problems';
import { qualified } from './service';
import { type Side, virtualService } from './virtual-service';

export interface EntryProps {
  /**
   * Host at the edge. A host belongs to one release.
   *
   * @default none; the app is reached inside the cluster only
   */
  readonly host?: string;

  /**
   * Details of the Ingress at `host`.
   *
   * @default class nginx, issuer letsencrypt-prod, cookie affinity of 48 h
   */
  readonly ingress?: Omit<IngressProps, 'name' | 'host' | 'service'>;

  /**
   * Reaches `host` through Istio instead of an Ingress: one entry path per host.
   *
   * @default an Ingress
   */
  readonly mesh?: MeshProps;
}

/** The way from the edge to a blue/green release: an Ingress, or a route of the mesh to its sides; nothing without a host. */
export function entry(
  construct: Construct,
  { host, ingress, mesh }: EntryProps,
  { name, namespace, sides }: { readonly name: string; readonly namespace: string; readonly sides: readonly Side[] },
): void {
  if (host === undefined) {
    if (mesh || ingress) reject(construct, 'host: a route needs a host, got none; add host: "app.example.com"');
    return;
  }
  reject(construct, hostProblem('host', host));
  if (mesh && ingress) reject(construct, 'mesh: one entry path per host, got ingress and mesh; keep one of them');
  if (!mesh) {
    new Ingress(construct, 'ingress', { ...ingress, name, host, service: name });
    return;
  }
  checkMesh(construct, mesh);
  virtualService(construct, 'route', {
    name,
    app: name,
    namespace,
    hosts: [host, qualified(name, namespace)],
    sides,
    mesh: { retries: Retries.ofBlueGreen(), ...mesh },
  });
  const { connectionPool: pool } = mesh;
  if (!pool) return;
  for (const { host: of } of sides) {
    const [service = name] = of.split('.');
    destinationRule(construct, `destination-${service}`, { name: service, app: name, host: of, pool, ejectOutliers: false });
  }
}
