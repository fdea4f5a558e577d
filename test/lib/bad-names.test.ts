import { Duration } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-28';
import {
  AnalysisService,
  type App,
  BlueGreenDeployment,
  CanaryDeployment,
  errorRate,
  Monitoring,
  Production,
  p99,
  Retries,
  timesStable,
} from '../../lib';
import { blueGreen, canary, colours, host, image, type Mistake, made, oneMessage, untyped } from './mistakes';
import { pinned } from './support';

describe('names, hosts, units and references that are none', () => {
  test.each<Mistake>([
    [
      'a name that no Service may have',
      () => made((scope) => new CanaryDeployment(scope, '1shop', { host, stable: { image }, canary: { image } })),
      ['begins with a letter, got "1shop"'],
    ],
    [
      'a name given twice',
      () =>
        made((scope) => {
          new BlueGreenDeployment(scope, 'shop', colours);
          new CanaryDeployment(scope, 'shop', { host, stable: { image }, canary: { image } });
        }),
      ['id: a name is used once, and bad-names.test.ts:', ' has it already; choose another'],
    ],
    [
      'a host with a scheme',
      () => blueGreen({ host: 'https://shop.example.com/' }),
      ['host: a DNS name without scheme', '"app.example.com"'],
    ],
    ['a canary host with a port', () => canary({ host: 'shop.example.com:443' }), ['host: a DNS name without scheme, port and path']],
    ['a port that is none', () => blueGreen({ port: 0 }), ['port: a port is a whole number from 1 to 65535, got 0']],
    ['a probe without a path', () => blueGreen({ health: 'health' }), ['health: a path begins with / and has no spaces, got "health"']],
    ['a time without unit', () => blueGreen({ watch: untyped(300) }), ['watch: a time carries its unit, got 300', 'Duration.seconds(30)']],
    ['half a second', () => canary({ settle: Duration.millis(500) }), ['settle: a time in whole seconds, got 0.5 s']],
    [
      'a share without unit',
      () => blueGreen({ healthy: [errorRate.atMost(untyped(5))] }),
      ['errorRate.atMost takes a share, got 5', 'percent(5)'],
    ],
    ['a latency without unit', () => blueGreen({ healthy: [p99.atMost(untyped(1))] }), ['p99.atMost takes a time, got 1']],
    [
      'an objective that is none',
      () => blueGreen({ healthy: untyped([5]) }),
      ['healthy[0]: an objective is a metric and its limit, got 5'],
    ],
    [
      'a comparison where nothing can be compared',
      () => blueGreen({ healthy: untyped([p99.atMost(timesStable(2))]) }),
      ['healthy: the previous version has no traffic to compare with', 'p99.atMost(Duration.seconds(1))'],
    ],
    ['no judge', () => blueGreen({ judgedBy: untyped(undefined) }), ['judgedBy: a release needs a judge, got none', 'new AnalysisService']],
    ['the name of a judge', () => canary({ judgedBy: untyped('judge') }), ['judgedBy: a release needs a judge, got "judge"']],
    [
      'a value that is a text',
      () => blueGreen({ env: { COLOUR: untyped('red') } }),
      ['env.COLOUR: a value says where it comes from, got "red"'],
    ],
    [
      'a variable that is made here',
      () => blueGreen({ env: { VERSION: EnvValue.fromValue('2') } }),
      ['env.VERSION: this variable is made here', 'the image decides it'],
    ],
    ['a variable with a space', () => blueGreen({ env: { 'A B': EnvValue.fromValue('2') } }), ['env.A B: a variable is letters, digits']],
    [
      'a tag that no label can hold',
      () => blueGreen({ image: pinned('shop', '1.0_') }),
      ['image: the tag becomes the version label', 'got "1.0_"'],
    ],
    [
      'a Secret without key',
      () => blueGreen({ mongodb: { secret: 'uri', key: '' } }),
      ['mongodb: the name of a Secret and one of its keys'],
    ],
    [
      'affinity for a week',
      () => blueGreen({ sessionAffinity: Duration.days(7) }),
      ['sessionAffinity: a time from 1 s to 86400 s, got 604800 s'],
    ],
    ['a Gateway of three parts', () => canary({ mesh: { gateway: 'a/b/c' } }), ['mesh.gateway: namespace/name of a Gateway, got "a/b/c"']],
    [
      'a try longer than the request',
      () => canary({ mesh: { timeout: Duration.seconds(1), retries: Retries.onEverything() } }),
      ['mesh.retries: a try lasts no longer than the whole request, got 2s of 1s'],
    ],
    [
      'eleven tries',
      () => canary({ mesh: { retries: Retries.onEverything({ attempts: 11 }) } }),
      ['mesh.retries: attempts are a whole number from 0 to 10'],
    ],
    [
      'no connections',
      () => canary({ mesh: { connectionPool: { maxConnections: 0 } } }),
      ['mesh.connectionPool.maxConnections: a whole number'],
    ],
    [
      'more copies than reads',
      () => canary({ mesh: { mirrorReads: { host: 'shadow.example.com', percent: 200 } } }),
      ['mesh.mirrorReads.percent: a share above 0 and at most 100, got 200'],
    ],
    [
      'a header without value',
      () => canary({ testers: { header: 'x-canary', value: '' } }),
      ['testers: a header in lower case and its value'],
    ],
    [
      'a previous version that goes before the proxies know',
      () => canary({ keepPrevious: Duration.seconds(5) }),
      ['keepPrevious: at least 30 s, got 5 s'],
    ],
    ['half a pod', () => blueGreen({ autoscale: { min: 2.5, max: 4 } }), ['autoscale: min is a whole number of at least 2']],
    [
      'an address that is no range',
      () => made((scope) => new Production(scope.node.root as App, 'other', { mongodb: { cidrs: ['10.0.0.1'] } })),
      ['mongodb.cidrs[0]: a range of addresses, got "10.0.0.1"'],
    ],
    [
      'a judge among the releases',
      () =>
        made(
          (scope) =>
            new Monitoring(scope, 'monitoring', { of: [untyped(new AnalysisService(scope, 'other', { image, prometheus: 'http://p' }))] }),
        ),
      ['of[0]: a release, got something else'],
    ],
  ])('%s', oneMessage);
});
