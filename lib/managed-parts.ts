import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { folderOf } from './folder';
import { label } from './labels';

/** A part of an object that somebody else writes while Git keeps its resting value. A GitOps tool must leave it alone. */
export interface ManagedPart {
  /** API group; empty for the core. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Exactly what is written, as jq path expressions. */
  readonly jq: readonly string[];
  /** The smallest field that a JSON pointer can name, and that Git has too; undefined where Git has no such field. */
  readonly pointer: string | undefined;
}

/**
 * What the Argo Rollouts controller, autoscalers and whoever approves a contract write into the objects of a construct's folder,
 * read from the objects as they are rendered, patches included.
 */
export function managedParts(of: Construct): readonly ManagedPart[] {
  const folder = folderOf(of);
  const objects = of.node.findAll().filter(ApiObject.isApiObject);
  return objects.flatMap((object) => {
    if (folderOf(object) !== folder) return [];
    if (object.kind === 'Rollout') return writtenByRollouts(object.toJson() as RolloutManifest); // a Rollout has the fields of its CRD
    if (object.kind === 'HorizontalPodAutoscaler') return [writtenByAutoscaler(object.toJson() as AutoscalerManifest)]; // likewise
    if (object.kind === 'Job') return releasedByPeople(object.toJson() as JobManifest); // likewise
    return [];
  });
}

interface RolloutManifest {
  readonly spec: {
    readonly strategy: {
      readonly blueGreen?: { readonly activeService: string; readonly previewService?: string };
      readonly canary?: { readonly stableService?: string; readonly canaryService?: string; readonly trafficRouting?: TrafficRouting };
    };
  };
}

interface TrafficRouting {
  readonly istio?: {
    readonly virtualService?: { readonly name: string };
    readonly virtualServices?: readonly { readonly name: string }[];
    readonly destinationRule?: { readonly name: string };
  };
  readonly managedRoutes?: readonly { readonly name: string }[];
}

interface AutoscalerManifest {
  readonly spec: { readonly scaleTargetRef: { readonly apiVersion: string; readonly kind: string; readonly name: string } };
}

interface JobManifest {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly suspend?: boolean };
}

function writtenByRollouts({ spec: { strategy } }: RolloutManifest): readonly ManagedPart[] {
  const { blueGreen, canary } = strategy;
  const { istio, managedRoutes = [] } = canary?.trafficRouting ?? {};
  const services = [blueGreen?.activeService, blueGreen?.previewService, canary?.stableService, canary?.canaryService];
  const routes = istio?.virtualServices ?? (istio?.virtualService ? [istio.virtualService] : []);
  const hash = `["${label.podTemplateHash}"]`;
  return [
    ...services
      .filter((name) => name !== undefined)
      // The selector is one atomic field to a server-side apply: without this the side would select the pods of both versions.
      .map((name) => ({ group: '', kind: 'Service', name, jq: [`.spec.selector${hash}`], pointer: '/spec/selector' })),
    ...routes.map(({ name }) => ({
      group: 'networking.istio.io',
      kind: 'VirtualService',
      name,
      jq: ['.spec.http[].route[].weight', ...managedRoutes.map((route) => `.spec.http[] | select(.name == "${route.name}")`)],
      // A pointer counts positions, and a managed route that comes and goes moves them.
      pointer: '/spec/http',
    })),
    ...(istio?.destinationRule
      ? [
          {
            group: 'networking.istio.io',
            kind: 'DestinationRule',
            name: istio.destinationRule.name,
            jq: [`.spec.subsets[].labels${hash}`],
            pointer: '/spec/subsets',
          },
        ]
      : []),
  ];
}

/** Git has no `replicas` under an autoscaler; the day it goes from Git, its value in the cluster must stay. */
function writtenByAutoscaler({ spec: { scaleTargetRef } }: AutoscalerManifest): ManagedPart {
  const { apiVersion, kind, name } = scaleTargetRef;
  return {
    group: apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '',
    kind,
    name,
    jq: ['.spec.replicas'],
    pointer: undefined,
  };
}

/** A contract waits suspended until somebody lets it go; set back to Git's value it would be stopped halfway. */
function releasedByPeople({ metadata: { name }, spec }: JobManifest): readonly ManagedPart[] {
  return spec.suspend ? [{ group: 'batch', kind: 'Job', name, jq: ['.spec.suspend'], pointer: '/spec/suspend' }] : [];
}
