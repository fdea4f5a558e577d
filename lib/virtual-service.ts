import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import * as istio from '../imports/networking.istio.io';
import { annotation, label } from './labels';
import { manifest } from './manifest';
import { defaultGateway, defaultTimeout, type MeshProps, Retries } from './mesh';
import { goDuration } from './time';

/** One side of a route: a Service, or a subset of it, and its share of the requests. */
export interface Side {
  readonly host: string;
  readonly subset?: string;
  readonly weight: number;
  /**
   * Version that the side runs, for the response header `X-Backend-Version`.
   *
   * @default no header from the route: whoever knows the version, the app, sets it
   */
  readonly version?: string;
}

/** Tells a client which version answered. */
const versionHeader = 'X-Backend-Version';

export interface VirtualServiceOptions {
  readonly name: string;
  readonly app: string;
  readonly namespace: string;
  /** Hosts at the edge and inside the mesh. */
  readonly hosts: readonly string[];
  readonly sides: readonly Side[];
  /** Requests with this header go to one side, before every other rule. */
  readonly header?: { readonly name: string; readonly value: string; readonly to: Side };
  readonly mesh: MeshProps;
}

/** Names of the routes that share the traffic between the sides: what a Rollout manages. */
export function routeNames({ retries = Retries.onEverything(), mirrorReads }: MeshProps): readonly string[] {
  return retries.reads === retries.writes && !mirrorReads ? ['primary'] : ['reads', 'primary'];
}

/** A VirtualService with named routes: the controller edits weights by name, so an inserted route moves nobody's weight. */
export function virtualService(scope: Construct, id: string, options: VirtualServiceOptions): ApiObject {
  const { name, app, hosts, mesh, header } = options;
  const { retries = Retries.onEverything(), timeout = defaultTimeout, mirrorReads, gateway = defaultGateway } = mesh;
  const destinations = options.sides.map(destination);
  const route = (routeName: string, retryOn: string, more: Partial<istio.VirtualServiceSpecHttp> = {}): istio.VirtualServiceSpecHttp => ({
    name: routeName,
    route: destinations,
    retries: retries.toKube(retryOn),
    timeout: goDuration(timeout),
    ...more,
  });
  const reads = {
    match: [{ method: { regex: 'GET|HEAD' } }],
    ...(mirrorReads ? { mirrors: [{ destination: { host: mirrorReads.host }, percentage: { value: mirrorReads.percent } }] } : {}),
  };
  const testers = header
    ? [
        route('testers', retries.writes, {
          match: [{ headers: { [header.name]: { exact: header.value } } }],
          route: [destination({ ...header.to, weight: 100 })],
        }),
      ]
    : [];
  const shared = routeNames(mesh).map((routeName) =>
    routeName === 'reads' ? route('reads', retries.reads, reads) : route('primary', retries.writes),
  );
  const external = gateway.includes('/') ? `Gateway/${gateway}` : `Gateway/${options.namespace}/${gateway}`;
  return manifest(
    scope,
    id,
    istio.VirtualService.GVK,
    { name, labels: { [label.app]: app }, annotations: { [annotation.external]: external } },
    { spec: istio.toJson_VirtualServiceSpec({ hosts: [...hosts], gateways: [gateway, 'mesh'], http: [...testers, ...shared] }) },
  );
}

function destination({ host, subset, weight, version }: Side): istio.VirtualServiceSpecHttpRoute {
  return {
    destination: { host, port: { number: 80 }, ...(subset === undefined ? {} : { subset }) },
    weight,
    ...(version === undefined ? {} : { headers: { response: { set: { [versionHeader]: version } } } }),
  };
}
