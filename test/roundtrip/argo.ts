/** What Argo Rollouts does with an AnalysisTemplate's web metric, after its source (v1.9.1) and its main branch (1.10): a conformance double. */
import { isNode, type Node, parseCondition } from '../../lib/lint/condition';

export type ArgoVersion = '1.9' | '1.10';

export interface WebMetric {
  readonly name: string;
  readonly interval?: string;
  readonly count?: number;
  readonly failureLimit?: number;
  readonly inconclusiveLimit?: number;
  readonly consecutiveErrorLimit?: number;
  readonly consecutiveSuccessLimit?: number;
  readonly successCondition?: string;
  readonly failureCondition?: string;
  readonly provider: { readonly web: WebProvider };
}

export interface WebProvider {
  readonly method?: string;
  readonly url: string;
  readonly headers?: readonly { readonly key: string; readonly value: string }[];
  readonly jsonBody?: unknown;
  readonly jsonPath?: string;
  readonly timeoutSeconds?: number;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export type Measured = 'Successful' | 'Failed' | 'Inconclusive' | 'Error';
export type Phase = Measured | 'Running';

/** Replaces `{{args.x}}` in every string; every argument is text. @throws on an argument that nobody gave */
export function substituted<T>(value: T, args: Readonly<Record<string, string>>): T {
  if (typeof value === 'string') {
    return value.replace(/\{\{\s*args\.([\w-]+)\s*\}\}/g, (_, name: string) => {
      const given = args[name];
      if (given === undefined) throw new Error(`args.${name} was not given`);
      return given;
    }) as T; // text stays text
  }
  if (Array.isArray(value)) return value.map((item) => substituted(item, args)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substituted(item, args)])) as T;
}

/** One measurement from one answer. */
export function measure(metric: WebMetric, { status, body }: Answer, version: ArgoVersion): Measured {
  if (status < 200 || status > 299) return 'Error';
  let result: unknown;
  try {
    result = selected(JSON.parse(body), metric.provider.web.jsonPath);
  } catch {
    if (version === '1.9') return 'Successful'; // whatever the conditions say
    result = body;
  }
  if (result === undefined) return 'Error';
  try {
    const failed = metric.failureCondition !== undefined && holds(metric.failureCondition, result);
    const passed = metric.successCondition !== undefined && holds(metric.successCondition, result);
    if (failed) return 'Failed';
    if (passed) return 'Successful';
    return metric.failureCondition !== undefined && metric.successCondition !== undefined
      ? 'Inconclusive'
      : metric.successCondition === undefined
        ? 'Successful'
        : 'Failed';
  } catch {
    return 'Error';
  }
}

/** The phase of the metric after its measurements so far, and how many it took: it ends at the first phase that is not Running. */
export function assess(metric: WebMetric, measurements: readonly Measured[]): { readonly phase: Phase; readonly looks: number } {
  const {
    count = metric.interval === undefined ? 1 : 0,
    failureLimit = 0,
    inconclusiveLimit = 0,
    consecutiveErrorLimit = 4,
    consecutiveSuccessLimit = 0,
  } = metric;
  let [failed, inconclusive, counted, errorsInARow, passesInARow] = [0, 0, 0, 0, 0];
  for (const [index, measured] of measurements.entries()) {
    errorsInARow = measured === 'Error' ? errorsInARow + 1 : 0;
    passesInARow = measured === 'Successful' ? passesInARow + 1 : 0;
    if (measured === 'Failed') failed++;
    if (measured === 'Inconclusive') inconclusive++;
    if (measured !== 'Error') counted++;
    const ended = (phase: Measured) => ({ phase, looks: index + 1 });
    if (errorsInARow > consecutiveErrorLimit) return ended('Error');
    if (inconclusive > inconclusiveLimit) return ended('Inconclusive');
    if (failureLimit >= 0 && failed > failureLimit) return ended('Failed');
    if (consecutiveSuccessLimit > 0 && passesInARow >= consecutiveSuccessLimit) return ended('Successful');
    if (count > 0 && counted >= count)
      return ended(consecutiveSuccessLimit === 0 ? 'Successful' : failureLimit >= 0 ? 'Inconclusive' : 'Failed');
  }
  return { phase: 'Running', looks: measurements.length };
}

/** `{$}` or `{$.a.b}`: all that our templates use. */
function selected(body: unknown, path = '{$}'): unknown {
  const names = path
    .replace(/^\{\$\.?|\}$/g, '')
    .split('.')
    .filter(Boolean);
  return names.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined),
    body,
  );
}

function holds(condition: string, result: unknown): boolean {
  const node = parseCondition(condition);
  if (node === undefined) throw new Error(`the condition does not parse: ${condition}`);
  const value = evaluate(node, result);
  if (typeof value !== 'boolean') throw new Error(`the condition is not boolean: ${condition}`);
  return value;
}

function evaluate(node: Node, result: unknown): unknown {
  const child = (name: string): Node => {
    const value = node[name];
    if (!isNode(value)) throw new Error(`${node.type} has no ${name}`);
    return value;
  };
  switch (node.type) {
    case 'Literal':
      return node['value'];
    case 'Identifier':
      if (node['name'] !== 'result') throw new Error(`unknown name ${String(node['name'])}`);
      return result;
    case 'MemberExpression': {
      const object = evaluate(child('object'), result);
      if (typeof object !== 'object' || object === null) throw new Error('cannot fetch a member');
      return (object as Record<string, unknown>)[String(child('property')['name'])];
    }
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const left = evaluate(child('left'), result);
      const right = () => evaluate(child('right'), result);
      if (node['operator'] === '&&') return left === true && right() === true;
      if (node['operator'] === '||') return left === true || right() === true;
      if (node['operator'] === '==') return left === right();
      if (node['operator'] === '!=') return left !== right();
      throw new Error(`operator ${String(node['operator'])}`);
    }
    default:
      throw new Error(`no rule for ${node.type}`);
  }
}
