import { CanaryRollout, errorRate, Monitoring, percent } from '../../lib';
import { pinned, world } from './support';

/** Everything that is written for one release whose error rate may reach so many percent. */
function written(limit: number): (path: RegExp) => string {
  const { app, production, judge } = world();
  const fewErrors = errorRate.atMost(percent(limit));
  const shop = new CanaryRollout(production, 'shop', {
    image: pinned('shop'),
    host: 'shop.example.com',
    healthy: [fewErrors],
    judgedBy: judge,
  });
  new Monitoring(production, 'monitoring', { of: [shop], alerts: [fewErrors] });
  const { files } = app.render();
  return (path) =>
    [...files]
      .filter(([name]) => path.test(name))
      .map(([, text]) => text)
      .join('\n');
}

const [five, seven] = [written(5), written(7)];

test.each([
  { reader: 'the judge', path: /ConfigMap\.judge-catalogue/, says: (percentage: number) => `"value": ${percentage / 100}` },
  { reader: 'the reference alert', path: /PrometheusRule\.blue-green-deployment-rules/, says: (percentage: number) => `> ${percentage}` },
  { reader: 'the dashboard', path: /shop\/overview\.dashboard\.json/, says: (percentage: number) => `"value": ${percentage / 100}` },
  { reader: 'the runbook', path: /^shop\/runbook\.md/, says: (percentage: number) => `error rate at most ${percentage} %` },
  { reader: 'the burn rates of the release', path: /PrometheusRule\.shop-rules/, says: (percentage: number) => `> ${percentage / 1000}\n` },
])('one objective changed changes $reader', ({ path, says }) => {
  expect(five(path)).toContain(says(5));
  expect(seven(path)).toContain(says(7));
  expect(seven(path)).not.toContain(says(5));
});
