import { Duration } from 'cdk8s';
import { BlueGreenRollout, Migration } from '../../lib';
import { readConfig } from '../../migrate/config';
import { exitCodes } from '../../migrate/errors';
import { at } from '../dist/manifests';
import { fieldsOf, objectsOf, pinned, world } from './support';

type Props = ConstructorParameters<typeof Migration>[2];
const phases = ['backup', 'expand', 'backfill', 'verify', 'contract'] as const;
const backup = { image: pinned('tools'), claim: 'dumps' };

function users(props: Partial<Props> = {}) {
  const { app, production } = world();
  const migration = new Migration(production, 'users', { image: pinned('migrations'), backup, ...props });
  const field = fieldsOf(app);
  return { migration, field, job: (phase: string, path: string) => field(`Job/users-${phase}-*`, path) };
}

const namesOf = (props: Partial<Props> = {}) => {
  const { migration } = users(props);
  return objectsOf(migration).filter((name) => name.startsWith('Job/'));
};

describe('the name of a Job', () => {
  test('changes with what it runs', () => {
    const before = namesOf();
    const after = namesOf({ image: pinned('migrations', '1.0.1', 'b') });
    expect(after.filter((name) => before.includes(name))).toEqual([]);
  });

  test('changes for the phases concerned only', () => {
    const before = namesOf();
    const after = namesOf({ replaces: { app: 'shop', version: '1.0.0' } });
    expect(before.filter((name) => !after.includes(name))).toEqual([expect.stringMatching(/^Job\/users-contract-/)]);
  });

  test.each<Partial<Props>>([{ order: 'none' }, { order: 'argo-cd-hooks' }, { rollbackWindow: Duration.hours(48) }])(
    'stays the same under %j, which no pod sees',
    (props) => {
      expect(namesOf(props)).toEqual(namesOf());
    },
  );
});

describe('order', () => {
  const annotations = (props: Partial<Props>) => phases.map((phase) => users(props).job(phase, 'metadata.annotations'));

  test('by sync waves around the release, which is in wave 0', () => {
    expect(annotations({}).map((of) => at(of, 'argocd\\.argoproj\\.io/sync-wave'))).toEqual(['-2', '-1', '0', '1', '2']);
    expect(annotations({}).map((of) => at(of, 'argocd\\.argoproj\\.io/hook'))).toEqual(Array(5).fill(undefined));
  });

  test('by hooks before the release', () => {
    const hooks = annotations({ order: 'argo-cd-hooks' }).map((of) => at(of, 'argocd\\.argoproj\\.io/hook'));
    expect(hooks).toEqual(['PreSync', 'PreSync', undefined, undefined, undefined]);
  });

  test('by nobody: no annotation of Argo CD is left', () => {
    expect(JSON.stringify(annotations({ order: 'none' }))).not.toContain('argocd');
  });
});

test('contract waits for approval, and is the only phase that may ask the API server', () => {
  const { job } = users();
  expect(phases.map((phase) => job(phase, 'spec.suspend'))).toEqual([undefined, undefined, undefined, undefined, true]);
  const tokens = phases.map((phase) => job(phase, 'spec.template.spec.automountServiceAccountToken'));
  expect(tokens).toEqual([false, false, false, false, true]);
});

/** 3 is wrong usage. What is not listed is tried again: the database away, a lease held, documents that still change, a stop. */
const hopeless = [3, exitCodes.refused, exitCodes.checksum, exitCodes.invariant];

test('what another try would not change fails the Job at once, and a drained node costs no try', () => {
  const { job } = users();
  for (const phase of phases) {
    const rules = job(phase, 'spec.podFailurePolicy.rules') as readonly unknown[];
    expect(rules).toMatchObject([{ action: 'Ignore' }, { action: 'FailJob', onExitCodes: { containerName: phase, values: hopeless } }]);
    expect(job(phase, `spec.template.spec.containers.${phase}`)).toBeDefined();
    expect(job(phase, 'spec.template.spec.restartPolicy')).toBe('Never');
  }
});

test('contract looks for the pods and connections of every version that is left behind', () => {
  const proofs = (replaces: Props['replaces']) => {
    const env = users(replaces ? { replaces } : {}).job('contract', 'spec.template.spec.containers.contract.env') as {
      name: string;
      value?: string;
    }[]; // of a container
    return env.filter(({ name }) => name.startsWith('MIG_OLD')).map(({ value }) => value);
  };
  const [shop, cart] = [
    { app: 'shop', version: '1.0.0' },
    { app: 'cart', version: '2.0.3' },
  ];
  expect(proofs(undefined)).toEqual([]);
  expect(proofs(shop)).toEqual(['app=shop,version=1.0.0', 'shop@1.0.0']);
  expect(proofs([shop, cart])).toEqual(['app in (shop,cart),version in (1.0.0,2.0.3)', 'shop@1.0.0,cart@2.0.3']);
});

test('a dump is recorded only after it has ended well', () => {
  const { job } = users();
  expect(job('backup', 'spec.template.spec.initContainers.0.name')).toBe('dump');
  expect(job('backup', 'spec.template.spec.containers.backup.args')).toEqual(expect.arrayContaining(['backup', 'users']));
  expect(job('backup', 'spec.template.spec.volumes.dumps.persistentVolumeClaim.claimName')).toBe('dumps');
});

test('a later backup does not overwrite an earlier one', () => {
  const { job } = users();
  const file = '/dumps/$(JOB_NAME).archive.gz';
  expect(job('backup', 'spec.template.spec.initContainers.dump.command')).toContain(file);
  expect(job('backup', 'spec.template.spec.containers.backup.args')).toContain(file);
  for (const container of ['initContainers.dump', 'containers.backup']) {
    const [first] = job('backup', `spec.template.spec.${container}.env`) as unknown[];
    expect(first).toMatchObject({
      name: 'JOB_NAME',
      valueFrom: { fieldRef: { fieldPath: "metadata.labels['batch.kubernetes.io/job-name']" } },
    });
  }
});

test('without a backup of ours there is no Job for it', () => {
  const { production } = world();
  const migration = new Migration(production, 'users', { image: pinned('migrations') });
  expect(objectsOf(migration).some((name) => name.includes('backup'))).toBe(false);
});

test('a backfill shared by pods is an Indexed Job, the other phases run once', () => {
  const { job } = users({ parallelism: 4 });
  expect(job('backfill', 'spec')).toMatchObject({ completionMode: 'Indexed', completions: 4, parallelism: 4, backoffLimit: 24 });
  expect(job('expand', 'spec')).not.toHaveProperty('parallelism');
  expect(job('expand', 'spec.backoffLimit')).toBe(6);
});

test('a connection string is a reference, and never an argument', () => {
  const { job } = users({ mongodb: { secret: 'owner', key: 'uri' } });
  for (const phase of phases) {
    const uri = job(phase, `spec.template.spec.containers.${phase}.env.MONGODB_URI`);
    expect(uri).toEqual({ name: 'MONGODB_URI', valueFrom: { secretKeyRef: { name: 'owner', key: 'uri' } } });
  }
});

test('every pod of a migration reaches MongoDB and the resolver, and the contract the API server besides', () => {
  const { field } = users();
  expect(field('NetworkPolicy/users', 'spec.egress.0.ports')).toEqual([{ port: 27017, protocol: 'TCP' }]);
  expect(field('NetworkPolicy/users-contract', 'spec.podSelector.matchLabels')).toMatchObject({ 'bluecanary.dev/phase': 'contract' });
});

test('ordered by nobody here, it goes with a release that Flux or a person orders', () => {
  const { app, production, judge } = world();
  const migration = new Migration(production, 'users', { image: pinned('users'), order: 'none' });
  new BlueGreenRollout(production, 'shop', { image: pinned('shop'), judgedBy: judge, migration });
  expect(() => app.render()).not.toThrow();
  expect(fieldsOf(app)('Job/users-expand-*', 'metadata.annotations')).not.toHaveProperty('argocd.argoproj.io/sync-wave');
});

describe('a pod that follows what the previous version writes', () => {
  const tailer = (props: Partial<Props> = {}) => {
    const { field, job } = users({ catchUp: true, ...props });
    return { job, of: (path: string) => field('Deployment/users-catchup', path) };
  };

  test('is there when it is asked for', () => {
    expect(objectsOf(users().migration).filter((name) => name.startsWith('Deployment'))).toEqual([]);
    expect(namesOf({ catchUp: true })).toEqual(namesOf());
  });

  test('is one, beside the backfill, ordered like it', () => {
    const { of } = tailer();
    expect(of('spec')).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
    for (const order of ['argo-cd', 'argo-cd-hooks', 'none'] as const) {
      const { of, job } = tailer({ order });
      const argoCd = (annotations: unknown) =>
        Object.entries(annotations as Record<string, string>).filter(([key]) => key.startsWith('argocd')); // of an object
      expect(argoCd(of('metadata.annotations'))).toEqual(argoCd(job('backfill', 'metadata.annotations')));
    }
  });

  test('waits where there is nothing to follow, and is restarted when it ends all the same', () => {
    const { of } = tailer();
    expect(of('spec.template.spec.containers.0.args')).toEqual(['migrate', 'catchup', 'users', '--wait']);
    expect(of('spec.template.spec.restartPolicy')).toBe('Always');
  });

  test('has every right and every limit of the backfill, and no other', () => {
    const { of, job } = tailer();
    const { containers, restartPolicy, ...spec } = of('spec.template.spec') as { containers: object[]; restartPolicy: string }; // a pod
    const { args, env, name, ...rest } = containers[0] as { args: unknown; env: { name: string }[]; name: string }; // a container
    expect(job('backfill', 'spec.template.spec')).toMatchObject(spec);
    expect(job('backfill', 'spec.template.spec.containers.0')).toMatchObject(rest);
    expect(env.filter(({ name }) => name !== 'MIG_RETRY_MS')).toEqual(job('backfill', 'spec.template.spec.containers.0.env'));
    expect(spec).toMatchObject({
      automountServiceAccountToken: false,
      serviceAccountName: 'users',
      securityContext: { runAsNonRoot: true },
    });
  });

  test('waits for a database that is away as long as a kubelet asks of a container to restart it at once', () => {
    const env = tailer().of('spec.template.spec.containers.0.env') as { name: string; value?: string }[]; // of a container
    const values = Object.fromEntries(env.map(({ name, value }) => [name, value]));
    expect(readConfig({ ...values, MONGODB_URI: 'mongodb://db/shop' }).retryMs).toBe(600_000);
  });

  test('is reached by the network policy of the migration, and is none of the pods that another phase selects', () => {
    const { field } = users({ catchUp: true });
    const labels = field('Deployment/users-catchup', 'spec.template.metadata.labels');
    expect(field('Deployment/users-catchup', 'spec.selector.matchLabels')).toEqual(labels);
    expect(labels).toMatchObject(field('NetworkPolicy/users', 'spec.podSelector.matchLabels') as object); // labels
    expect(labels).toMatchObject({ 'bluecanary.dev/phase': 'catchup' });
  });

  test.each(['argo-cd', 'argo-cd-hooks', 'none'] as const)(
    'is accepted by the lint under order %s, and nothing is waived for it',
    (order) => {
      const { app, production, judge } = world();
      const migration = new Migration(production, 'users', { image: pinned('users'), catchUp: true, order });
      new BlueGreenRollout(production, 'shop', { image: pinned('shop'), judgedBy: judge, migration });
      expect(() => app.render()).not.toThrow();
      expect(fieldsOf(app)('Deployment/users-catchup', 'metadata.annotations')).not.toHaveProperty(['bluecanary.dev/waive']);
    },
  );
});
