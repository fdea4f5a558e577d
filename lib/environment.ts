import { EnvValue } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import type { AppProps } from './app-props';
import { reject } from './problems';

type Environment = NonNullable<AppProps['env']>;

/** What the pod itself says of its release: another value would break the metrics, the routes or the proof of who is connected. */
const ownVariables: Readonly<Record<string, string>> = { VERSION: 'the image decides it', TRACK: 'the side decides it' };
const databaseVariables: Readonly<Record<string, string>> = {
  MONGODB_URI: 'write mongodb: { secret, key }',
  MONGODB_APP_NAME: 'it proves who is connected',
  MONGODB_MAX_POOL_SIZE: 'write maxPoolSize',
};

/** Rejects variables that are no references where they should be, and those that are made here. */
export function checkEnv(construct: IConstruct, where: string, env: Environment = {}, { mongodb }: Pick<AppProps, 'mongodb'> = {}): void {
  const made = { ...ownVariables, ...(mongodb === false ? {} : databaseVariables) };
  for (const [variable, value] of Object.entries(env)) reject(construct, problemOf(`${where}.${variable}`, variable, value, made));
}

function problemOf(where: string, variable: string, value: unknown, made: Readonly<Record<string, string>>): string | undefined {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable)) return `${where}: a variable is letters, digits and underscores, got "${variable}"`;
  if (variable in made) return `${where}: this variable is made here, got a second value; ${made[variable]}`;
  if (!isEnvValue(value)) {
    return `${where}: a value says where it comes from, got ${JSON.stringify(value)}; write EnvValue.fromValue("...") or EnvValue.fromSecretValue({ ... })`;
  }
  const text = typeof value.value === 'string' ? value.value : '';
  if (!secretName.test(variable) && !secretContents.some((pattern) => pattern.test(text))) return undefined;
  if (text === '') return undefined;
  const way = "EnvValue.fromSecretValue({ secret: Secret.fromSecretName(scope, 'ref', 'name'), key: 'key' })";
  return `${where}: a secret is a reference, got a value, and dist/ is committed; write ${way}`;
}

/** Not by class: an EnvValue may come from another copy of the library. */
function isEnvValue(value: unknown): value is EnvValue {
  return value instanceof EnvValue || (typeof value === 'object' && value !== null && ('value' in value || 'valueFrom' in value));
}

const secretName = /(PASSWORD|PASSWD|PASSPHRASE|_PWD|SECRET|TOKEN|(API|ACCESS|PRIVATE|SIGNING|ENCRYPTION)_?KEY|CREDENTIALS?)$/i;

/** An address with a password, a private key, a signed token, keys that say what they are. */
const secretContents = [
  /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^@\s]+@/i,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/,
  /^(AKIA|ASIA)[0-9A-Z]{16}$|^gh[pousr]_\w{30,}$|^xox[abprs]-|^sk_live_/,
];
