import Ajv from 'ajv';
import type { KayentaConfig, KayentaPair, KayentaThresholds } from '../judge/kayenta/types';
import type { EventCounts, GaugeSeries, Maybe, ReleaseWindows, SideCounts, SplitConfig } from '../judge/types';
import { lineSchema } from './judge-line-schema';

/** One run as it stands at one look. */
export interface JudgeLine {
  readonly run: string | number | null;
  readonly look: number | null;
  /** Looks that are planned: the `split` judge does not pass a run before. */
  readonly looks: number | undefined;
  /** Values per window, for the `kayenta` judge. */
  readonly metrics: readonly KayentaPair[];
  /** Counts per window, for the `split` judge. */
  readonly windows: ReleaseWindows;
  readonly counts: readonly EventCounts[];
  /** Without counts at all, the metrics themselves. */
  readonly gauges: readonly GaugeSeries[];
  readonly config: SplitConfig & { readonly thresholds?: KayentaThresholds };
  readonly kayenta: Partial<KayentaConfig> & { readonly thresholds?: KayentaThresholds };
}

const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(lineSchema);
const noSide: SideCounts = { requests: [], errors: [], buckets: [] };

/** Reads one line, or says in one sentence what is wrong with it. */
export function readLine(text: string): JudgeLine | string {
  const json = parsed(text);
  if (typeof json === 'string') return json;
  const { value } = json;
  if (!valid(value)) {
    const problems = (valid.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath === '' ? 'the line' : instancePath} ${message}`,
    );
    return [...new Set(problems)].slice(0, 10).join('; ');
  }
  const raw = value as RawLine; // the schema has just been checked
  const problems = bucketProblems(raw.windows);
  return problems.length > 0 ? problems.slice(0, 10).join('; ') : lineOf(raw);
}

/** The line as written: values may be missing, or the texts of numbers that JSON cannot carry. */
interface RawLine {
  readonly run?: string | number;
  readonly look?: number;
  readonly looks?: number;
  readonly metrics?: readonly KayentaPair[];
  readonly windows?: {
    readonly seconds?: number;
    readonly le?: readonly unknown[];
    readonly baseline?: RawSide;
    readonly canary?: RawSide;
  };
  readonly counts?: readonly EventCounts[];
  readonly gauges?: readonly GaugeSeries[];
  readonly config?: SplitConfig & KayentaConfig & { readonly thresholds?: KayentaThresholds };
}
type RawSide = { readonly [Name in keyof SideCounts]?: SideCounts[Name] };

/** What the schema cannot say: bounds ascend, and a window that was counted has a number for each of them. */
function bucketProblems(windows: RawLine['windows']): readonly string[] {
  const le = finite(windows?.le);
  const disordered = le.some((bound, index) => bound <= (le[index - 1] ?? 0));
  const rows = (['baseline', 'canary'] as const).flatMap((name) =>
    (windows?.[name]?.buckets ?? []).flatMap((row, window) => {
      const fits = row === null || row.length === 0 || row.length === le.length || row.length === le.length + 1;
      return fits ? [] : [`/windows/${name}/buckets/${window} must have ${le.length} numbers, one per bound of le, got ${row.length}`];
    }),
  );
  return [...(disordered ? ['/windows/le must be seconds above 0, ascending'] : []), ...rows];
}

/** Without the bound of +Inf, which JSON cannot carry: its count is that of all requests. */
function finite(le: readonly unknown[] = []): readonly number[] {
  return le.filter((bound): bound is number => typeof bound === 'number');
}

function lineOf(raw: RawLine): JudgeLine {
  const { windows } = raw;
  const metrics = (raw.metrics ?? []).map((pair) => ({ ...pair, baseline: pair.baseline.map(number), canary: pair.canary.map(number) }));
  const { metrics: configured, classifier, ...config }: Partial<NonNullable<RawLine['config']>> = raw.config ?? {};
  const { thresholds } = config;
  return {
    run: raw.run ?? null,
    look: raw.look ?? null,
    looks: raw.looks,
    metrics,
    windows: {
      seconds: windows?.seconds ?? 0,
      le: finite(windows?.le),
      baseline: windows?.baseline === undefined ? null : side(windows.baseline),
      canary: windows?.canary === undefined ? noSide : side(windows.canary),
    },
    counts: raw.counts ?? [],
    gauges: raw.gauges ?? (windows === undefined ? metrics : []),
    config: windows === undefined ? { ...config, compare: config.compare ?? [] } : config,
    kayenta: { ...(configured && { metrics: configured }), ...(classifier && { classifier }), ...(thresholds && { thresholds }) },
  };
}

function side({ requests = [], errors = [], buckets = [] }: RawSide): SideCounts {
  return { requests: requests.map(number), errors: errors.map(number), buckets: buckets.map((row) => row?.map(number) ?? null) };
}

/** "NaN" and "+Inf" are values too, and stay no numbers. */
function number(value: Maybe | string): Maybe {
  return typeof value === 'string' ? Number.NaN : value;
}

function parsed(text: string): { readonly value: unknown } | string {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return `a JSON object is expected, got ${error instanceof Error ? error.message : String(error)}`;
  }
}
