import { ProviderFailure, type ProviderReason } from '../provider';

/** One HTTP answer, read completely. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** One series of an answer. A value that is NaN or infinite is null. */
export interface AnsweredSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly values: readonly (readonly [time: number, value: number | null])[];
}

export interface Answer {
  readonly series: readonly AnsweredSeries[];
  readonly warnings: readonly string[];
}

/**
 * Reads an answer of the Prometheus HTTP API: a vector, a scalar or a matrix.
 *
 * @throws {ProviderFailure} for everything else: an error status, a page that is not JSON, a cut or strange body, a native histogram
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/
 */
export function readAnswer({ status, contentType, body }: Reply): Answer {
  const isJson = contentType.toLowerCase().startsWith('application/json');
  if (status !== 200) throw failureOf(status, isJson ? body : null, body);
  if (!isJson) throw malformed(`answered ${contentType || 'without a content type'} instead of JSON: ${excerpt(body)}`);
  const answer = parsed(body);
  if (!isObject(answer)) throw malformed('answered JSON that is no object');
  if (answer['status'] !== 'success')
    throw new ProviderFailure('provider-rejected', `answered an error: ${excerpt(String(answer['error']))}`);
  const warnings = Array.isArray(answer['warnings']) ? answer['warnings'].map((warning) => excerpt(String(warning))) : [];
  return { series: seriesOf(answer['data']), warnings };
}

/** Which trouble a status stands for. A server that is starting answers 503 as text; a query that took too long, 503 as JSON. */
function failureOf(status: number, json: string | null, body: string): ProviderFailure {
  const error = json === null ? null : parsed(json);
  const type = isObject(error) ? error['errorType'] : undefined;
  const said = isObject(error) ? String(error['error']) : body;
  return new ProviderFailure(reasonOf(status, type), `answered ${status}: ${excerpt(said)}`);
}

function reasonOf(status: number, errorType: unknown): ProviderReason {
  if (errorType === 'timeout' || errorType === 'canceled') return 'provider-timeout';
  if (status === 429) return 'provider-overloaded';
  if (status === 502 || status === 503 || status === 504) return 'provider-unreachable';
  return status >= 500 ? 'provider-malformed' : 'provider-rejected';
}

function seriesOf(data: unknown): AnsweredSeries[] {
  const type = isObject(data) ? data['resultType'] : undefined;
  const result = isObject(data) ? data['result'] : undefined;
  if (type === 'scalar') return [{ labels: {}, values: [sampleOf(result)] }];
  if ((type !== 'vector' && type !== 'matrix') || !Array.isArray(result))
    throw malformed(`answered a result of type ${excerpt(String(type))}`);
  return result.map((row: unknown) => {
    if (!isObject(row)) throw malformed('answered a series that is no object');
    const samples = type === 'vector' ? [row['value']] : row['values'];
    if (row['histogram'] !== undefined || row['histograms'] !== undefined)
      throw malformed('answered a native histogram instead of numbers');
    if (!Array.isArray(samples)) throw malformed('answered a series without values');
    return { labels: labelsOf(row['metric']), values: samples.map(sampleOf) };
  });
}

function labelsOf(metric: unknown): Record<string, string> {
  if (!isObject(metric)) throw malformed('answered a series without labels');
  return Object.fromEntries(Object.entries(metric).map(([key, value]) => [key, String(value)]));
}

function sampleOf(sample: unknown): readonly [number, number | null] {
  const [time, text] = Array.isArray(sample) ? (sample as unknown[]) : [];
  if (typeof time !== 'number' || typeof text !== 'string') throw malformed(`answered a sample that is no pair of time and text`);
  return [time, numberOf(text)];
}

/** Prometheus writes numbers as text, with the names NaN, +Inf and -Inf. */
function numberOf(text: string): number | null {
  if (text === 'NaN' || text === '+Inf' || text === '-Inf' || text === 'Inf') return null;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw malformed(`answered a value that is no number: ${excerpt(text)}`);
  return value;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch (cause) {
    throw new ProviderFailure('provider-malformed', `answered JSON that is cut or broken: ${excerpt(body)}`, { cause });
  }
}

function malformed(message: string): ProviderFailure {
  return new ProviderFailure('provider-malformed', message);
}

/** Bodies of a backend may hold anything: one line of it is enough. */
function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
