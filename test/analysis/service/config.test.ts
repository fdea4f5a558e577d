import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtInCatalogue, loadCatalogue, problemsOfCatalogue } from '../../../analysis/catalogue';
import { readConfig } from '../../../analysis/config';
import { exampleCatalogue } from '../../../analysis/contract/queries';
import { rolloutWith } from './service';

describe('the environment', () => {
  test('nothing at all is a service to try out', () => {
    expect(readConfig({})).toEqual({
      host: '0.0.0.0',
      port: 8080,
      logLevel: 'info',
      judge: 'split',
      deadlineMs: 6_000,
      prometheus: { url: 'http://127.0.0.1:9090' },
      retentionDays: 30,
    });
  });

  test('every problem is reported at once', () => {
    const environment = {
      PROMETHEUS_URL: 'prometheus:9090',
      CATALOGUE_FILE: '/nowhere/catalogue.json',
      PORT: '70000',
      LOG_LEVEL: 'loud',
      JUDGE: 'coin',
      DEADLINE_SECONDS: '0',
      MONGODB_URI: 'mongodb://user:secret@host',
      PROMETHEUS_USERNAME: 'judge',
      PROMETHEUS_CERT_FILE: '/nowhere/tls.crt',
      SOMETHING_ELSE: 'is ignored',
    };
    expect(() => readConfig(environment)).toThrow(
      [
        'the environment of the analysis service:',
        '- PROMETHEUS_URL: must match pattern "^https?://", got "(not shown)"',
        '- LOG_LEVEL: must be one of fatal, error, warn, info, debug, trace, silent, got "loud"',
        '- JUDGE: must be one of split, kayenta, got "coin"',
        '- PROMETHEUS_USERNAME, PROMETHEUS_PASSWORD_FILE: must be given together',
        '- PROMETHEUS_CERT_FILE, PROMETHEUS_KEY_FILE: must be given together',
        '- PORT: must be at most 65535, got "70000"',
        '- DEADLINE_SECONDS: must be at least 1, got "0"',
        '- MONGODB_URI: must name a database, as in mongodb://host/judgements',
        '- CATALOGUE_FILE: must be a file that this process can read, got "/nowhere/catalogue.json"',
        '- PROMETHEUS_CERT_FILE: must be a file that this process can read, got "/nowhere/tls.crt"',
      ].join('\n'),
    );
  });

  test('a password never stands in a problem', () => {
    expect(() => readConfig({ MONGODB_URI: 'postgres://user:secret@host/db' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });

  test.each([
    ['a user', 'http://judge:secret@prometheus:9090', /^- PROMETHEUS_URL: must name no user; PROMETHEUS_USERNAME and/m],
    ['a query', 'http://thanos:9090/?dedup=true', /^- PROMETHEUS_URL: must end with the path/m],
  ])('an address of Prometheus with %s is refused, since that would not be sent', (_, PROMETHEUS_URL, problem) => {
    expect(() => readConfig({ PROMETHEUS_URL })).toThrow(problem);
    expect(() => readConfig({ PROMETHEUS_URL })).not.toThrow(/secret/);
  });

  test('an address of Prometheus may have a path', () => {
    expect(readConfig({ PROMETHEUS_URL: 'http://mimir:8080/prometheus' }).prometheus.url).toBe('http://mimir:8080/prometheus');
  });

  test('is frozen, and an empty value counts as absent', () => {
    const config = readConfig({ PORT: '9000', JUDGE: '' });
    expect(Object.isFrozen(config) && Object.isFrozen(config.prometheus)).toBe(true);
    expect(config).toMatchObject({ port: 9_000, judge: 'split' });
  });
});

describe('the catalogue', () => {
  test('the built-in one is as a mounted one must be', () => {
    expect(problemsOfCatalogue(exampleCatalogue)).toEqual([]);
    expect(builtInCatalogue().find('production', 'myapp')).toBeDefined();
  });

  test.each([
    ['another version', { version: 2, rollouts: [] }, ['version: must be 1, got 2']],
    [
      'no objective',
      { version: 1, rollouts: [rolloutWith({ objectives: [] as never })] },
      ['rollouts[0].objectives: must NOT have fewer than 1 items, got []'],
    ],
    ['a rollout twice', { version: 1, rollouts: [rolloutWith({}), rolloutWith({})] }, ['rollouts[1]: production/myapp must appear once']],
    [
      'a limit on errors that nothing breaks',
      { version: 1, rollouts: [rolloutWith({ objectives: [{ metric: 'error-rate', limit: { kind: 'at-most', value: 1 } }] })] },
      ['rollouts[0].objectives[0].limit.value: a share above 0 and below 1 is expected, got 1'],
    ],
    [
      'a horizon below a window',
      { version: 1, rollouts: [rolloutWith({ windowSeconds: 300, horizonSeconds: 60 })] },
      ['rollouts[0].horizonSeconds: must hold at least one window of 300 s, got 60'],
    ],
    [
      'more windows than a judgement has time and memory for',
      { version: 1, rollouts: [rolloutWith({ windowSeconds: 10, horizonSeconds: 200_000 })] },
      ['rollouts[0].horizonSeconds: must be at most 50000 for windows of 10 s, or windowSeconds at least 40, got 200000'],
    ],
    [
      'a query of neither side',
      { version: 1, rollouts: [rolloutWith({ queries: { ...rolloutWith({}).queries, up: 'up' } })] },
      ['rollouts[0].queries.up: a template names one side of the release by <hash>'],
    ],
  ])('with %s is refused', (_, catalogue, problems) => {
    expect(problemsOfCatalogue(catalogue)).toEqual(problems);
  });

  test('a file that is no JSON says which file', () => {
    const dir = mkdtempSync(join(tmpdir(), 'bluecanary-catalogue-'));
    const file = join(dir, 'catalogue.json');
    writeFileSync(file, '{');
    expect(() => loadCatalogue(file)).toThrow(`catalogue ${file}: must be a readable JSON file`);
    writeFileSync(file, JSON.stringify(exampleCatalogue));
    expect(loadCatalogue(file).names).toEqual(['myapp']);
    rmSync(dir, { recursive: true });
  });
});
