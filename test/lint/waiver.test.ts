import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { lint } from '../../lib/lint/lint';
import { waive } from '../../lib/lint/waiver';

function release() {
  const chart = new Chart(new App(), 'chart');
  const group = new Construct(chart, 'group');
  const service = new ApiObject(group, 'service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'a' },
    spec: { selector: { 'rollouts-pod-template-hash': 'x' } },
  });
  const report = () => lint((Testing.synth(chart) as unknown[]).map((manifest) => ({ manifest })));
  return { chart, group, service, report };
}

test('a waiver is rendered, and what it accepts is reported with the reason', () => {
  const { service, report } = release();
  expect(report().findings.map(({ rule }) => rule)).toEqual(['X28']);
  waive(service, 'X28', 'moved by hand', { until: '2027-01-31' });
  expect(report()).toMatchObject({ findings: [], waived: [{ rule: 'X28', reason: 'moved by hand', until: '2027-01-31' }] });
});

test('a waiver of a construct counts for its objects, and several add up', () => {
  const { group, service, report } = release();
  waive(group, 'X28', 'moved by hand');
  waive(service, 'Y01', 'one Service for two apps');
  const [manifest] = Testing.synth(service.chart) as [{ metadata: { annotations: Record<string, string> } }];
  expect(JSON.parse(manifest.metadata.annotations['bluecanary.dev/waive'] ?? '')).toEqual([
    { rule: 'X28', reason: 'moved by hand' },
    { rule: 'Y01', reason: 'one Service for two apps' },
  ]);
  expect(report().findings).toEqual([]);
});

test.each([
  ['X99', 'because', undefined, 'a rule of docs/lint.md'],
  ['X28', ' ', undefined, 'a reason for X28'],
  ['X28', 'because', 'soon', 'until is a day'],
])('waive %j for %j until %j is a mistake of the construct', (rule, reason, until, problem) => {
  const { service } = release();
  waive(service, rule, reason, until === undefined ? {} : { until });
  expect(service.node.validate().join()).toContain(problem);
});

test.each([
  ['no list', 'rotated by hand'],
  ['no reason', '[{"rule":"X28"}]'],
  ['no rule of ours', '[{"rule":"X99","reason":"because"}]'],
  ['no day', '[{"rule":"X28","reason":"because","until":"soon"}]'],
  ['no object', '[1]'],
])('an annotation with %s waives nothing and is an error', (_, text) => {
  const { service, report } = release();
  service.metadata.addAnnotation('bluecanary.dev/waive', text);
  const { findings, waived } = report();
  expect(findings.map(({ rule }) => rule).sort()).toEqual(['W01', 'X28']);
  expect(waived).toEqual([]);
});
