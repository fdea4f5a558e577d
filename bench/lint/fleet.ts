/** Synthesizes a fleet of so many apps, two in a namespace with judge and monitoring, and prints what it took: `fleet.ts <apps>`. */
import { print } from './timed';

const { AnalysisService, App, BlueGreenRollout, CanaryRollout, Monitoring, Production } =
  require('../../lib') as typeof import('../../lib'); // after what times its lint

const [apps = '2'] = process.argv.slice(2);
const image = (name: string) => `registry.example.com/${name}:1.0.0@sha256:${'5'.repeat(64)}`;
const app = new App();
for (let index = 0; index < Number(apps) / 2; index++) team(`team-${index}`);
app.synth();
print();

function team(name: string): void {
  const production = new Production(app, name);
  const judgedBy = new AnalysisService(production, `${name}-judge`, {
    image: image('judge'),
    prometheus: 'http://prometheus.monitoring:9090',
  });
  const shop = new CanaryRollout(production, `${name}-shop`, { image: image('shop'), host: `shop-${name}.example.com`, judgedBy });
  const desk = new BlueGreenRollout(production, `${name}-desk`, { image: image('desk'), host: `desk-${name}.example.com`, judgedBy });
  new Monitoring(production, `${name}-monitoring`, { of: [shop, desk] });
}
