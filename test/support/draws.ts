import { gaussian, uniform } from '../../analysis/judge/random';

/** Random counts, the same for a seed. Small ones have exactly their law: played traffic must not be what a judge finds fault with. */
export interface Draws {
  /** Events at a constant rate. */
  poisson(mean: number): number;
  /** Hits in `trials`, each with this chance. */
  binomial(trials: number, chance: number): number;
}

/** From here on a rounded normal law is as good. */
const many = 100;

export function drawsOf(seed: number): Draws {
  const random = uniform(seed);
  const normal = gaussian(random);
  /** Exponential with mean 1. */
  const waiting = () => -Math.log(1 - random());

  const poisson = (mean: number): number => {
    if (mean >= many) return Math.round(mean + normal() * Math.sqrt(mean));
    let count = 0;
    for (let time = waiting(); time < mean; time += waiting()) count += 1;
    return count;
  };
  const binomial = (trials: number, chance: number): number => {
    if (chance <= 0) return 0;
    if (chance > 0.5) return trials - binomial(trials, 1 - chance);
    const mean = trials * chance;
    if (mean >= many) return Math.round(mean + normal() * Math.sqrt(mean * (1 - chance)));
    const untilHit = -Math.log(1 - chance);
    let hits = 0;
    // From hit to hit: the trials between two of them are geometric.
    for (let trial = 1 + Math.floor(waiting() / untilHit); trial <= trials; trial += 1 + Math.floor(waiting() / untilHit)) hits += 1;
    return hits;
  };
  return { poisson, binomial };
}
