import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, filesBelow } from './checkout';

const before = filesBelow(join(__dirname, '../../dist'));

/** What main.ts becomes after one line of it was changed. */
async function after(line: string, by: string): Promise<Readonly<Record<string, string>>> {
  const copy = checkout();
  try {
    const main = readFileSync(join(copy.folder, 'main.ts'), 'utf8');
    expect(main.split(line)).toHaveLength(2);
    writeFileSync(join(copy.folder, 'main.ts'), main.replace(line, by));
    const { code, stderr } = await copy.synth();
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    return filesBelow(join(copy.folder, 'dist'));
  } finally {
    copy.remove();
  }
}

/** Who reads an objective, in which file, and in which words. */
interface Reader {
  readonly reader: string;
  readonly file: string;
  readonly says: readonly [before: string, after: string];
}

const errors: readonly Reader[] = [
  { reader: 'the judge', file: 'judge/catalogue.json', says: ['"value": 0.05', '"value": 0.02'] },
  {
    reader: 'the judge in the cluster',
    file: 'production/judge/ConfigMap.judge-catalogue.k8s.yaml',
    says: ['"value": 0.05', '"value": 0.02'],
  },
  { reader: 'the alert', file: 'monitoring/rules.yaml', says: ['{namespace="production"} > 5\n', '{namespace="production"} > 2\n'] },
  { reader: 'its text', file: 'monitoring/rules.yaml', says: ['the limit is 5 %', 'the limit is 2 %'] },
  { reader: 'the burn rates', file: 'catalog/rules.yaml', says: ['app="catalog"} > 0.072\n', 'app="catalog"} > 0.0288\n'] },
  { reader: 'the dashboard of all', file: 'monitoring/deployment.dashboard.json', says: ['"value": 5,', '"value": 2,'] },
  { reader: 'the dashboard of the release', file: 'catalog/overview.dashboard.json', says: ['"value": 0.05,', '"value": 0.02,'] },
  { reader: 'the budget on it', file: 'catalog/overview.dashboard.json', says: ['/ 0.005"', '/ 0.002"'] },
  { reader: 'the runbook', file: 'catalog/runbook.md', says: ['error rate at most 5 %', 'error rate at most 2 %'] },
  {
    reader: 'its section on the alert',
    file: 'catalog/runbook.md',
    says: ['More than 5 % of the requests', 'More than 2 % of the requests'],
  },
];

const latency: readonly Reader[] = [
  { reader: 'the judge', file: 'judge/catalogue.json', says: ['"value": 1\n', '"value": 0.5\n'] },
  { reader: 'the rule', file: 'myapp/rules.yaml', says: ['le=~"1(\\\\.0+)?"', 'le=~"0\\\\.50*"'] },
  { reader: 'its unit test', file: 'myapp/rules.test.yaml', says: ['le="4"', 'le="2"'] },
  { reader: 'the alert', file: 'monitoring/rules.yaml', says: ['{namespace="production"} > 1\n', '{namespace="production"} > 0.5\n'] },
  { reader: 'the dashboard of all', file: 'monitoring/deployment.dashboard.json', says: ['"value": 1,', '"value": 0.5,'] },
  { reader: 'the dashboard of the release', file: 'myapp/overview.dashboard.json', says: ['slower than 1 s', 'slower than 0.5 s'] },
  { reader: 'the runbook', file: 'myapp/runbook.md', says: ['p99 latency at most 1 s', 'p99 latency at most 0.5 s'] },
];

test.each([
  { objective: 'error rate', line: 'errorRate.atMost(percent(5))', by: 'errorRate.atMost(percent(2))', readers: errors },
  { objective: 'latency', line: 'p99.atMost(Duration.seconds(1))', by: 'p99.atMost(Duration.millis(500))', readers: latency },
])(
  'one change of the $objective in main.ts changes judge, rule, alert, dashboard and runbook, and no workload',
  async ({ line, by, readers }) => {
    const changed = await after(line, by);
    for (const { reader, file, says } of readers) {
      const text = { before: before[file] ?? '', after: changed[file] ?? '' };
      expect({ reader, said: text.before.includes(says[0]), says: text.after.includes(says[1]) }).toEqual({
        reader,
        said: true,
        says: true,
      });
      expect({ reader, still: text.after.includes(says[0]) }).toEqual({ reader, still: false });
    }
    const differing = Object.keys(before).filter((path) => before[path] !== changed[path]);
    expect(Object.keys(changed)).toEqual(Object.keys(before));
    const mayDiffer = /(catalogue|rules|rules\.test|dashboard)[.\w-]*\.(json|yaml)$|runbook\.md$|Deployment\.judge\.k8s\.yaml$/;
    expect(differing.filter((path) => !mayDiffer.test(path))).toEqual([]);
  },
  60_000,
);
