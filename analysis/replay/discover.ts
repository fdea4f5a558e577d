import type { JudgedRollout } from '../contract/catalogue.generated';
import type { Evaluation, PrometheusClient } from '../providers/prometheus/client';
import { fill } from '../providers/prometheus/template';

/** The two versions of a release that was. */
export interface Versions {
  readonly canaryHash: string;
  readonly stableHash: string;
}

/** One version and its traffic. */
interface Version {
  readonly hash: string;
  /** End of the first window with requests. */
  readonly first: number;
  readonly requests: number;
}

/**
 * Finds the newest release in a span of time: the canary is the version whose traffic began last, the stable side the one that had most of it before.
 *
 * @throws {Error} when no version began in the span
 */
export async function discoverVersions(
  client: PrometheusClient,
  rollout: JudgedRollout,
  at: Evaluation,
  signal: AbortSignal,
): Promise<Versions> {
  const { promql, label } = hashesQuery(rollout);
  const { series } = await client.ask(promql, at, signal);
  const hashes = series.flatMap(({ labels }) => (labels[label] === undefined ? [] : [labels[label]]));
  const asked = await Promise.all(hashes.map((hash) => versionOf(client, rollout, hash, at, signal)));
  const versions = asked.filter((version) => version !== null).sort((a, b) => b.first - a.first);
  const [canary, ...others] = versions;
  if (canary === undefined || canary.first <= at.start + at.step) {
    const seen =
      versions.length === 0
        ? 'no version had traffic'
        : `traffic of ${versions.map(({ hash }) => hash).join(', ')} was there from the start`;
    throw new Error(
      `no release of ${rollout.namespace}/${rollout.name} begins in this span: ${seen}. Choose an earlier --from, or give --canary and --stable`,
    );
  }
  const [stable] = others.filter(({ first }) => first < canary.first).sort((a, b) => b.requests - a.requests);
  return { canaryHash: canary.hash, stableHash: stable?.hash ?? canary.hash };
}

const selectorOfHash = /([a-zA-Z_:][\w:]*)\{([^{}]*?),?\s*([a-zA-Z_]\w*)="<hash>"([^{}]*)\}/;

/** Which hashes there are, read from the one selector of the catalogue that names the hash. */
function hashesQuery({ namespace, name, windowSeconds, queries }: JudgedRollout): { readonly promql: string; readonly label: string } {
  const [, metric, before = '', label, after = ''] = selectorOfHash.exec(queries.requests) ?? [];
  if (metric === undefined || label === undefined) {
    throw new Error('queries.requests: a selector with label="<hash>" is needed to find the versions. Give --canary and --stable instead');
  }
  const selector = [before, after.replace(/^\s*,/, '')].filter((part) => part.trim() !== '').join(',');
  const values = { namespace, app: name, hash: 'any', window: `${windowSeconds}s` };
  return { promql: fill(`group by (${label}) (${metric}{${selector}})`, values), label };
}

async function versionOf(
  client: PrometheusClient,
  rollout: JudgedRollout,
  hash: string,
  at: Evaluation,
  signal: AbortSignal,
): Promise<Version | null> {
  const values = { namespace: rollout.namespace, app: rollout.name, hash, window: `${rollout.windowSeconds}s` };
  const { series } = await client.ask(fill(rollout.queries.requests, values), at, signal);
  const counted = series.flatMap((one) => one.values).flatMap(([time, value]) => (value !== null && value > 0 ? [{ time, value }] : []));
  const [first] = counted;
  return first === undefined ? null : { hash, first: first.time, requests: counted.reduce((sum, { value }) => sum + value, 0) };
}
