import { Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { servesMetricsItself } from './app-facts';
import { type AppProps, defaults } from './app-props';
import { Image } from './image';
import { portName } from './labels';
import { secondsOf } from './time';

/** Seconds that the app gets to close its MongoDB connections, after the last request. */
const closing = 5;

/** The app's container; `env` is what one side adds. */
export function appContainer(props: AppProps, env: Readonly<Record<string, kplus.EnvValue>>): kplus.ContainerProps {
  const image = Image.of(props.image);
  const port = props.port ?? defaults.port;
  const health = props.health ?? '/health';
  return {
    name: 'app',
    image: image.reference,
    imagePullPolicy: kplus.ImagePullPolicy[image.pinned ? 'IF_NOT_PRESENT' : 'ALWAYS'],
    ports: [
      { name: portName.http, number: port },
      ...(servesMetricsItself(props) ? [] : [{ name: portName.metrics, number: props.metricsPort ?? defaults.metricsPort }]),
    ],
    envVariables: {
      ...env,
      NODE_ENV: kplus.EnvValue.fromValue('production'),
      LOG_LEVEL: kplus.EnvValue.fromValue(props.logLevel ?? 'info'),
      ...props.env,
    },
    resources: props.resources ?? {
      cpu: { request: kplus.Cpu.millis(500), limit: kplus.Cpu.millis(1000) },
      memory: { request: Size.mebibytes(512), limit: Size.gibibytes(1) },
    },
    liveness: probe(health, port, { initialDelay: 30, period: 10, timeout: 5, failures: 3 }),
    readiness: probe(props.ready ?? '/ready', port, { initialDelay: 10, period: 5, timeout: 3, failures: 3 }),
    startup: probe(health, port, { initialDelay: 0, period: 10, timeout: 5, failures: 30 }),
    lifecycle: { preStop: kplus.Handler.fromCommand(['sleep', String(drainSeconds(props))]) },
    securityContext: { ensureNonRoot: true, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, privileged: false },
  };
}

/** Seconds from SIGTERM to SIGKILL: the drain, the longest request, and the closing of the pool. */
export function graceSeconds(props: AppProps): number {
  return drainSeconds(props) + secondsOf(props.longestRequest, 30) + closing;
}

function drainSeconds(props: AppProps): number {
  return secondsOf(props.drain, 10);
}

interface ProbeTimes {
  readonly initialDelay: number;
  readonly period: number;
  readonly timeout: number;
  readonly failures: number;
}

function probe(path: string, port: number, { initialDelay, period, timeout, failures }: ProbeTimes): kplus.Probe {
  return kplus.Probe.fromHttpGet(path, {
    port,
    initialDelaySeconds: Duration.seconds(initialDelay),
    periodSeconds: Duration.seconds(period),
    timeoutSeconds: Duration.seconds(timeout),
    failureThreshold: failures,
  });
}
