import { type ApiObject, Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';

const owners = new WeakMap<IConstruct, string>();

/**
 * Gives the objects below a construct a folder of their own in `dist/`.
 *
 * @param name below the chart's folder; the construct's id when left out
 */
export function ownFolder(construct: IConstruct, name = construct.node.id): void {
  owners.set(construct, name);
}

/** Whether the objects below a construct have a folder of their own. */
export function hasFolder(construct: IConstruct): boolean {
  return owners.has(construct) || Chart.isChart(construct);
}

/** Folder of a construct's objects in `dist/`: its chart, and below it the release that it belongs to. */
export function folderOf(construct: IConstruct): string {
  const known = folders.get(construct);
  if (known !== undefined) return known;
  const { scope } = construct.node;
  const folder = hasFolder(construct) || !scope ? ownFolderOf(construct) : folderOf(scope);
  folders.set(construct, folder);
  return folder;
}

/** A construct has its folder before anything is below it, so the objects of a release are told once. */
const folders = new WeakMap<IConstruct, string>();

function ownFolderOf(construct: IConstruct): string {
  const owner = construct.node.scopes.find((scope) => owners.has(scope));
  const below = owner && owners.get(owner);
  return [Chart.of(construct).node.path.replaceAll('/', '-'), below].filter(Boolean).join('/');
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
  /** Below `dist/`. */
  readonly path: string;

  /**
   * @param path folder and name, the folder named like the release
   * @param content called once, when everything else is known
   */
  constructor(
    scope: Construct,
    id: string,
    path: string,
    readonly content: () => string,
  ) {
    super(scope, id);
    const [folder = '', ...rest] = path.split('/');
    this.path = [companionFolder(scope, folder), ...rest].join('/');
  }
}

/**
 * Folder of the files about a release: `dist/catalog/`. A second environment in the same app has releases of the same names,
 * so its folders say which: `dist/staging.catalog/`.
 */
export function companionFolder(scope: Construct, release: string): string {
  const chart = Chart.of(scope);
  const { root } = scope.node;
  const first = firstCharts.get(root) ?? root.node.children.find(Chart.isChart);
  if (first) firstCharts.set(root, first);
  return chart === first ? release : `${chart.node.id}.${release}`;
}

/** Asked once per app: a fleet has a chart per team, and every release asks. */
const firstCharts = new WeakMap<IConstruct, IConstruct>();
