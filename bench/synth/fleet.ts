/**
 * A fleet of apps, each with everything it needs: `node fleet.js <ours|stock|dump> <apps> <folder>`.
 * `ours` and `stock` differ in the App alone; `dump` writes the objects as JSON, a list per app.
 */
import { writeFileSync } from 'node:fs';
import { App as StockApp, YamlOutputType } from 'cdk8s';
import { AnalysisService, App, ArgoCdApplication, BlueGreenDeployment, CanaryRollout, Production } from '../../lib';

const [mode = 'ours', apps = '1', folder = 'dist'] = process.argv.slice(2);
const digest = `sha256:${'5'.repeat(64)}`;
const image = (name: string) => `registry.example.com/${name}:1.0.0@${digest}`;

const app =
  mode === 'stock' ? new StockApp({ outdir: folder, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE }) : new App({ outdir: folder });
for (let index = 0; index < Number(apps); index++) team(`team-${index}`);
if (mode === 'dump') dump();
else app.synth();

function team(name: string): void {
  const production = new Production(app, name);
  const judge = new AnalysisService(production, `${name}-judge`, {
    image: image('judge'),
    prometheus: 'http://prometheus.monitoring:9090',
  });
  const shop = new CanaryRollout(production, `${name}-shop`, {
    image: image('shop'),
    host: `${name}.example.com`,
    judgedBy: judge,
    autoscale: { min: 3, max: 9 },
  });
  new BlueGreenDeployment(production, `${name}-desk`, {
    active: 'blue',
    blue: { image: image('desk') },
    green: { image: image('desk') },
    host: `desk-${name}.example.com`,
  });
  new ArgoCdApplication(production, 'shop-argo-cd', { of: shop, repository: 'https://git.example.com/deploy.git' });
}

function dump(): void {
  if (!(app instanceof App)) return;
  const { objects } = app.render();
  const byApp = new Map<string, unknown[]>();
  for (const { path, manifest } of objects) {
    const [team = ''] = path.split('/');
    byApp.set(team, [...(byApp.get(team) ?? []), manifest]);
  }
  writeFileSync(folder, JSON.stringify([...byApp.values()]));
}
