import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { ApiObject, App as Cdk8sApp, type AppProps as Cdk8sAppProps } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { CompanionFile, pathOf } from './folder';
import { formatReport } from './lint/format';
import { lint } from './lint/lint';
import type { LintObject, LintReport, Source } from './lint/types';
import { writeOutput } from './output';
import { SynthError, writtenAt } from './problems';
import { toYaml } from './yaml';

/** An object as it is written, with where it comes from. */
export interface RenderedObject {
  /** Below the output folder. */
  readonly path: string;
  readonly manifest: object;
  readonly construct: IConstruct;
}

/** Everything that a synth writes; nothing of it is on disk yet. */
export interface Rendered {
  readonly objects: readonly RenderedObject[];
  /** Text by path below the output folder, sorted by path. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The app of cdk8s, with what a fleet needs: one folder per release and one file per object, written in one go or not at all,
 * every mistake reported at once, in time linear in the number of objects.
 * (The stock App validates the whole tree once per chart.)
 */
export class App extends Cdk8sApp {
  /** The last one made, for programs that run `main.ts` and look at what it built. */
  static latest: App | undefined;

  private report: LintReport | undefined;

  constructor(props: Cdk8sAppProps = {}) {
    super(props);
    App.latest = this;
    if (!watching) process.once('uncaughtExceptionMonitor', (error) => process.stderr.write(App.latest?.hintOn(error) ?? ''));
    watching = true;
  }

  /**
   * Writes the output folder, or reports every mistake on stderr, sets the exit code to 1 and leaves the folder as it is.
   */
  override synth(): void {
    try {
      writeOutput(this.outdir, this.checked().files);
      this.announceWarnings();
    } catch (error) {
      if (!(error instanceof SynthError)) throw error;
      process.stderr.write(`${error.message}${this.restoreHint()}`);
      process.exitCode = 1;
    }
  }

  /**
   * Renders every object and file without writing.
   *
   * @throws SynthError with all mistakes
   */
  render(): Rendered {
    const { objects, files } = this.checked();
    const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
    return { objects, files: new Map(sorted.map(([path, text]) => [path, text()])) };
  }

  /** What will be written, without its text: of a fleet that would be as much again as all that it is made from. */
  private checked(): { readonly objects: readonly RenderedObject[]; readonly files: ReadonlyMap<string, () => string> } {
    const constructs = this.node.findAll();
    const found = constructs.flatMap((construct) => construct.node.validate().flatMap((problem) => placed(construct, problem)));
    // A mistake in images.yaml comes from every release that reads it.
    const problems = [...new Set(found)];
    if (problems.length > 0) throw SynthError.of(problems);
    const objects = constructs.filter(ApiObject.isApiObject).flatMap((object): RenderedObject[] => {
      try {
        return [{ path: pathOf(object), manifest: object.toJson() as object, construct: object }];
      } catch (error) {
        // A patch below a parent that is not there, or a value that is none: cdk8s says only that something is undefined.
        const cause = String(error).replace(/^.*with name '[^']*': /, '');
        problems.push(...placed(object, `it cannot be rendered: ${cause}; compare the paths of its patches with its YAML in dist/`));
        return [];
      }
    });
    const files = new Map<string, () => string>();
    const owners = new Map<string, IConstruct>();
    const own = (does: 'make' | 'write', what: string, construct: IConstruct) => {
      const other = owners.get(what);
      if (other)
        problems.push(
          ...placed(construct, `two constructs ${does} ${what}, the other is ${other.node.path}; give one of them another name`),
        );
      owners.set(what, construct);
    };
    const add = (path: string, construct: IConstruct, text: () => string) => {
      own('write', path, construct);
      files.set(path, text);
    };
    for (const { path, construct, manifest } of objects) {
      // In folders of their own both would be written, and the one that is applied last would take the place of the other.
      if (!files.has(path)) own('make', identityOf(manifest), construct);
      add(path, construct, () => toYaml(manifest));
    }
    for (const file of constructs) if (file instanceof CompanionFile) add(file.path, file, file.content);
    if (problems.length > 0) throw SynthError.of(problems);
    this.report = this.lint(objects.map(({ manifest, construct, path }) => ({ manifest, source: sourceOf(construct, path) })));
    if (this.report.findings.some(({ severity }) => severity === 'error'))
      throw new SynthError(`${formatReport(this.report)}\n\nnothing was written\n`);
    return { objects, files };
  }

  /** Checks all objects that are about to be written. */
  protected lint(objects: readonly LintObject[]): LintReport {
    return lint(objects);
  }

  /** Warnings do not block and would drown in a log: one line says that there are some. */
  private announceWarnings(): void {
    const warnings = this.report?.findings.length ?? 0;
    if (warnings > 0)
      process.stderr.write(
        `${warnings} ${warnings === 1 ? 'warning' : 'warnings'} of the lint; npx bluecanary lint ${basename(this.outdir)} shows them\n`,
      );
  }

  /** What a throw that no synth catches does not say itself. A synth does not check types, so what is missing or of another type ends as a TypeError. */
  private hintOn(error: Error): string {
    const types =
      error instanceof TypeError ? '\n  a value is missing, or of another type: npm run typecheck names every such place\n' : '';
    return `${types}${this.restoreHint()}`;
  }

  private restoreHint(): string {
    // The cdk8s CLI empties its output folder before it runs the app.
    return this.outdir.trim() === '' || existsSync(this.outdir)
      ? ''
      : `\n  ${basename(this.outdir)}/ is not there: the cdk8s CLI empties it before it runs an app; restore it with: git restore ${basename(this.outdir)}\n`;
  }
}

/** Whether a throw in `main.ts` itself, which no synth catches, is answered with the way to restore the output folder. */
let watching = false;

/** What the cluster tells objects apart by: `NetworkPolicy production/shop`, with the group where it has one. */
function identityOf(manifest: object): string {
  const { apiVersion, kind, metadata } = manifest as { apiVersion: string; kind: string; metadata: { namespace?: string; name: string } }; // of an ApiObject
  const [group, version] = apiVersion.split('/');
  return `${version === undefined ? kind : `${kind}.${group}`} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;
}

/** Who made an object; the line is looked up only for objects with a finding. */
function sourceOf(construct: IConstruct, writtenTo: string): Source {
  return {
    constructPath: construct.node.path,
    writtenTo,
    get file() {
      return writtenAt(construct);
    },
  };
}

/** `production/catalog (main.ts:17)` and the problem, its further lines aligned; lines that name a file themselves stand alone. */
function placed(construct: IConstruct, problem: string): readonly string[] {
  const lines = problem.split('\n');
  if (lines.every((text) => /^[\w./-]+:\d+: /.test(text))) return lines;
  const line = writtenAt(construct);
  return [`${construct.node.path}${line === undefined ? '' : ` (${line})`}: ${lines.join('\n    ')}`];
}
