import type { ApiObject } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';

const owners = new WeakSet<IConstruct>();

/** Gives the objects below a construct a folder of their own in `dist/`, named like the construct. */
export function ownFolder(construct: IConstruct): void {
  owners.add(construct);
}

/** Folder of an object in `dist/`: its chart, and below it the release that it belongs to. */
export function folderOf(object: ApiObject): string {
  const chart = object.chart.node;
  const owner = object.node.scopes.find((scope) => owners.has(scope));
  return [chart.path.replaceAll('/', '-'), owner?.node.id].filter(Boolean).join('/');
}

const fileNames = new WeakMap<ApiObject, string>();

/** Gives an object whose name carries a content hash a file name that a person can predict. */
export function fileNamed(object: ApiObject, name: string): void {
  fileNames.set(object, name);
}

/** Path of an object's manifest below `dist/`: `production/catalog/Rollout.catalog.k8s.yaml`. */
export function pathOf(object: ApiObject): string {
  return `${folderOf(object)}/${object.kind}.${fileNames.get(object) ?? object.name}.k8s.yaml`;
}

/** A file in `dist/` that is no manifest: a runbook, plain rules, a dashboard. Outside the folders that are applied. */
export class CompanionFile extends Construct {
  /**
   * @param path below `dist/`
   * @param content called once, when everything else is known
   */
  constructor(
    scope: Construct,
    id: string,
    readonly path: string,
    readonly content: () => string,
  ) {
    super(scope, id);
  }
}
