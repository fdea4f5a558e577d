import { ApiObject, Testing } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { AnalysisService, App, Production, type ProductionProps } from '../../lib';
import { SynthError } from '../../lib/problems';
import { at } from '../dist/manifests';

/** A pinned image, its digest made of one digit. */
export const pinned = (app: string, tag = '1.0.0', digit = 'a') => `registry.example.com/${app}:${tag}@sha256:${digit.repeat(64)}`;

/** An App that is never written, a namespace, and a judge that has a database. */
export function world(props: ProductionProps = {}): {
  readonly app: App;
  readonly production: Production;
  readonly judge: AnalysisService;
} {
  const app = new App({ outdir: 'never-written' });
  const production = new Production(app, 'production', props);
  return { app, production, judge: judgeOf(production) };
}

export function judgeOf(production: Production): AnalysisService {
  return new AnalysisService(production, 'judge', {
    image: pinned('judge'),
    prometheus: 'http://prometheus.monitoring:9090',
    mongodb: { secret: 'mongodb-judge-uri', key: 'connection-string' },
  });
}

/** A field of the one object of a kind and name, as it would be written: `field('Service/shop', 'spec.selector')`. */
export function fieldsOf(app: App): (which: string, path?: string) => unknown {
  const manifests = app.charts.flatMap((chart) => Testing.synth(chart) as unknown[]);
  return (which, path) => {
    const found = manifests.filter((manifest) => {
      const name = String(at(manifest, 'metadata.name'));
      const [kind, wanted = ''] = which.split('/');
      return at(manifest, 'kind') === kind && (wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted);
    });
    const [only] = found;
    if (found.length !== 1) throw new Error(`${which}: expected one object, found ${found.length}`);
    return path === undefined ? only : at(only, path);
  };
}

/** Kinds and names of everything below a construct. */
export function objectsOf(below: IConstruct): readonly string[] {
  return below.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .map(({ kind, name }) => `${kind}/${name}`)
    .sort();
}

/** What the constructs of an app reject, one message an entry. Findings of the lint, which come after these, are not among them. */
export function problemsOf(app: App): readonly string[] {
  try {
    app.render();
    return [];
  } catch (error) {
    if (!(error instanceof SynthError)) throw error;
    if (!/^\d+ problems?, nothing was written/.test(error.message)) return [];
    // A message begins two columns in; its further lines are deeper.
    return error.message
      .split(/\n {2}(?=\S)/)
      .slice(1)
      .map((problem) => problem.trim());
  }
}
