import type { Construct } from 'constructs';
import { folderOf, hasFolder, ownFolder } from './folder';
import { Migration } from './migration';
import { reject } from './problems';
import { Production } from './production';
import { type Release, releasesOf, usersOf } from './release';

/** What a GitOps tool deploys: a construct with a folder of its own in `dist/`. A release brings what its controller writes. */
export type Deployable = Construct & { readonly release?: Release };

/** Puts the objects of the GitOps tools beside the folders they deploy, never into them: `dist/production/gitops/`. */
export function gitOpsFolder(construct: Construct): void {
  ownFolder(construct, 'gitops');
}

const deployed = new WeakMap<Deployable, Construct>();

/** Rejects a second object of the tools that deploys something: each would prune what the other applies. */
export function deployOnce(tool: Construct, part: Deployable): void {
  const other = deployed.get(part);
  if (!other) {
    deployed.set(part, tool);
    return;
  }
  const users = usersOf(part.node.id, releasesOf(Production.of(part)));
  const way = users.length > 1 ? `one ArgoCdApplication orders it with all its releases: of: [${users.join(', ')}]` : 'keep one of them';
  reject(tool, `of: ${other.node.path} deploys ${part.node.path} already, and each would prune what the other applies; ${way}`);
}

/** Name of the tool's object for a construct: unique among the namespaces that one tool serves. */
export function deployedName(of: Deployable): string {
  return of instanceof Production ? Production.of(of).namespace : nameIn(of, of.node.id);
}

/** Name of the tool's object for something of the same namespace: `production-users-full-name`. */
export function nameIn(of: Construct, name: string): string {
  return `${Production.of(of).namespace}-${name}`;
}

/** The migrations that a release needs. */
export function migrationsOf(of: Deployable): readonly Migration[] {
  const ids = of.release?.migrations ?? [];
  if (ids.length === 0) return [];
  return Production.of(of)
    .node.findAll()
    .filter((construct): construct is Migration => construct instanceof Migration && ids.includes(construct.id));
}

/** Folder of a construct in the repository. */
export function repositoryFolder(of: Construct, root = 'dist'): string {
  return `${root}/${folderOf(of)}`;
}

export function folderProblem(of: Deployable): string | undefined {
  if (hasFolder(of)) return undefined;
  return `of: something with a folder of its own in dist/, got ${of.node.path}, which is written into ${folderOf(of)}/; pass the release around it`;
}

export function rootProblem(root = 'dist'): string | undefined {
  if (/^[\w.-]+(\/[\w.-]+)*$/.test(root)) return undefined;
  return `root: the folder that the App writes, from the top of the repository, got "${root}"; write "dist" or "deploy/dist"`;
}
