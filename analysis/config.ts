import { accessSync, constants } from 'node:fs';
import { deadlines, port as defaultPort } from './contract/endpoints';
import type { Environment } from './contract/environment.generated';
import environmentSchema from './contract/environment.schema.json';
import { checker } from './contract/problems';
import type { PrometheusConnection } from './providers/prometheus/transport';

/** How this process runs. Nothing else of the service looks at the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly judge: 'split' | 'kayenta';
  /** Time limit of one judgement. */
  readonly deadlineMs: number;
  readonly prometheus: PrometheusConnection;
  /** Absent: the built-in example. */
  readonly catalogueFile?: string;
  /** Absent: only loopback may ask. */
  readonly tokenFile?: string;
  /** Absent: judgements are kept in memory. */
  readonly mongodbUri?: string;
  readonly retentionDays: number;
}

/** Where Prometheus is looked for when nothing is said: a port-forward on the own machine. */
export const localPrometheus = 'http://127.0.0.1:9090';

const problemsOfValues = checker({ ...environmentSchema, required: [] }, ['MONGODB_URI', 'PROMETHEUS_URL']);

/**
 * Reads the environment. An empty value counts as absent.
 *
 * @throws {Error} with every problem at once
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const known = Object.keys(environmentSchema.properties);
  const given = Object.fromEntries(known.flatMap((key) => (environment[key] ? [[key, environment[key]]] : []))) as Partial<Environment>; // checked below
  const problems = [...problemsOfValues(given), ...problemsBetween(given), ...problemsOfFiles(given)];
  if (problems.length > 0) throw new Error(`the environment of the analysis service:\n- ${problems.join('\n- ')}`);
  return Object.freeze({
    host: given.HOST ?? '0.0.0.0',
    port: Number(given.PORT ?? defaultPort),
    logLevel: given.LOG_LEVEL ?? 'info',
    judge: given.JUDGE ?? 'split',
    deadlineMs: Number(given.DEADLINE_SECONDS ?? deadlines.judgement) * 1_000,
    prometheus: Object.freeze({
      url: given.PROMETHEUS_URL ?? localPrometheus,
      ...present('tokenFile', given.PROMETHEUS_TOKEN_FILE),
      ...present('username', given.PROMETHEUS_USERNAME),
      ...present('passwordFile', given.PROMETHEUS_PASSWORD_FILE),
      ...present('caFile', given.PROMETHEUS_CA_FILE),
      ...present('certFile', given.PROMETHEUS_CERT_FILE),
      ...present('keyFile', given.PROMETHEUS_KEY_FILE),
      ...present('tenant', given.PROMETHEUS_TENANT),
    }),
    ...present('catalogueFile', given.CATALOGUE_FILE),
    ...present('tokenFile', given.TOKEN_FILE),
    ...present('mongodbUri', given.MONGODB_URI),
    retentionDays: Number(given.RETENTION_DAYS ?? 30),
  });
}

function present<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: string }); // a computed key loses its type
}

function problemsBetween(given: Partial<Environment>): string[] {
  const problems: string[] = [];
  const both = (a: keyof Environment, b: keyof Environment) => {
    if ((given[a] === undefined) !== (given[b] === undefined)) problems.push(`${a}, ${b}: must be given together`);
  };
  both('PROMETHEUS_USERNAME', 'PROMETHEUS_PASSWORD_FILE');
  both('PROMETHEUS_CERT_FILE', 'PROMETHEUS_KEY_FILE');
  if (given.PROMETHEUS_TOKEN_FILE !== undefined && given.PROMETHEUS_USERNAME !== undefined) {
    problems.push('PROMETHEUS_TOKEN_FILE, PROMETHEUS_USERNAME: only one of them can be sent');
  }
  if (Number(given.PORT ?? 0) > 65_535) problems.push(`PORT: must be at most 65535, got "${given.PORT}"`);
  if (given.DEADLINE_SECONDS !== undefined && Number(given.DEADLINE_SECONDS) < 1)
    problems.push('DEADLINE_SECONDS: must be at least 1, got "0"');
  if (given.RETENTION_DAYS !== undefined && Number(given.RETENTION_DAYS) < 1) problems.push('RETENTION_DAYS: must be at least 1, got "0"');
  if (given.PROMETHEUS_URL !== undefined) problems.push(...problemsOfAddress(given.PROMETHEUS_URL));
  if (given.MONGODB_URI !== undefined && !namesDatabase(given.MONGODB_URI))
    problems.push('MONGODB_URI: must name a database, as in mongodb://host/judgements');
  return problems;
}

function problemsOfAddress(address: string): string[] {
  if (!URL.canParse(address)) return ['PROMETHEUS_URL: must be an address'];
  const { username, password, search, hash } = new URL(address);
  return [
    ...(username + password === ''
      ? []
      : ['PROMETHEUS_URL: must name no user; PROMETHEUS_USERNAME and PROMETHEUS_PASSWORD_FILE are for that']),
    ...(search + hash === '' ? [] : ['PROMETHEUS_URL: must end with the path, before any ? or #']),
  ];
}

function namesDatabase(uri: string): boolean {
  return /^mongodb(\+srv)?:\/\/[^/]+\/[^/?]+/.test(uri);
}

function problemsOfFiles(given: Partial<Environment>): string[] {
  return Object.entries(given).flatMap(([key, file]) => {
    if (!key.endsWith('_FILE') || typeof file !== 'string') return [];
    try {
      accessSync(file, constants.R_OK);
      return [];
    } catch {
      return [`${key}: must be a file that this process can read, got "${file}"`];
    }
  });
}
