import { createInterface } from 'node:readline';
import { judgeKayenta } from '../judge/kayenta/judge';
import { defaultThresholds } from '../judge/kayenta/score';
import { judgeSplit } from '../judge/split/judge';
import type { Preparation } from '../judge/split/prepared';
import { remembering } from '../judge/split/remembering';
import { shownScore } from '../judge/split/shown-score';
import { type JudgeLine, readLine } from './judge-line';

/** How lines are judged. */
export interface JudgeLinesOptions {
  readonly judge: 'split' | 'kayenta';
  /** Error budget of the `split` judge over a whole run; a line's own `config.alpha` comes first. */
  readonly alpha: number;
}

/** Lines are often the looks of one run, each with the windows of those before. */
const windowsKept = 2_000;

/**
 * Judges one run per line: JSON in, JSON out, in the same order. A line that cannot be judged is named on standard error, and the others are still
 * answered.
 *
 * @returns the exit code: 0, or 1 when a line could not be judged.
 */
export async function judgeLines(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, options: JudgeLinesOptions): Promise<number> {
  let [number, wrong] = [0, 0];
  const preparation = remembering(windowsKept);
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text.trim() === '') continue;
    const answer = answerTo(text, options, preparation);
    if (typeof answer === 'string') {
      wrong++;
      process.stderr.write(`line ${number}: ${answer}\n`);
    } else if (!output.write(`${JSON.stringify(answer)}\n`)) {
      await drained(output);
    }
  }
  return wrong === 0 ? 0 : 1;
}

/** The answer, or what is wrong with the line. */
function answerTo(text: string, options: JudgeLinesOptions, preparation: Preparation): object | string {
  const line = readLine(text);
  if (typeof line === 'string') return line;
  try {
    const { run, look } = line;
    const judged = options.judge === 'kayenta' ? byKayenta(line) : bySplit(line, options.alpha, preparation);
    return typeof judged === 'string' ? judged : { run, look, ...judged };
  } catch (error) {
    // A setting that a judge refuses is a mistake of this line only; the next one brings its own.
    if (error instanceof Error) return error.message;
    throw error;
  }
}

function bySplit(line: JudgeLine, alpha: number, preparation: Preparation): object {
  const { thresholds, ...config } = line.config;
  const { windows, counts, gauges } = line;
  const judged = judgeSplit({ windows, counts, gauges, config: { alpha, planned: line.looks, ...config } }, preparation);
  const { verdict, reason, sentence, requestsNeeded, missing, metrics } = judged;
  return {
    classification: verdict,
    score: shownScore(verdict, thresholds ?? defaultThresholds),
    reason,
    sentence,
    requestsNeeded,
    missing,
    metrics,
  };
}

/** Without `config.metrics` every metric is a group of its own, and a rise of it is a failure. */
function byKayenta(line: JudgeLine): object | string {
  if (line.metrics.length === 0) return 'the kayenta judge reads metrics, and the line has none';
  const configured = line.kayenta.metrics ?? line.metrics.map(({ name }) => rising(name));
  const { thresholds, classifier } = line.kayenta;
  const judged = judgeKayenta({ metrics: line.metrics, config: { metrics: configured, classifier }, thresholds });
  return { ...judged.score, groupScores: judged.groupScores, results: judged.results };
}

function rising(name: string) {
  return { name, groups: [name], analysisConfigurations: { canary: { direction: 'increase' } } };
}

function drained(output: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    output.once('drain', resolve);
    output.once('error', reject);
  });
}
