const epsilon = 2.220446049250313e-16;

/**
 * Where a function changes its sign, as Brent's `zeroin` finds it: bisection, secant and inverse quadratic steps.
 *
 * The Mann-Whitney statistic is a step function without a root, so the answer is where the algorithm stops; hence every rule of it counts.
 * Reference: R. P. Brent, "Algorithms for minimization without derivatives" (1973), chapter 4, with the stopping rules of Netlib and R.
 *
 * @param tolerance absolute, in the unit of x.
 * @example zero((x) => x * x - 2, 0, 2, 1e-4) // 1.41421 within 1e-4
 */
export function zero(f: (x: number) => number, left: number, right: number, tolerance: number, rounds = 1001): number {
  let [a, b, c] = [left, right, left];
  let [fa, fb] = [f(left), f(right)];
  let fc = fa;
  if (fa === 0) return a;
  if (fb === 0) return b;
  for (let round = 0; round < rounds; round++) {
    const previous = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const least = 2 * epsilon * Math.abs(b) + tolerance / 2;
    let step = (c - b) / 2;
    if (Math.abs(step) <= least || fb === 0) return b;
    if (Math.abs(previous) >= least && Math.abs(fa) > Math.abs(fb)) {
      step = interpolated({ a, b, c, fa, fb, fc, previous, least }) ?? step;
    }
    if (Math.abs(step) < least) step = step > 0 ? least : -least;
    [a, fa] = [b, fb];
    b += step;
    fb = f(b);
    if ((fb > 0 && fc > 0) || (fb < 0 && fc < 0)) [c, fc] = [a, fa];
  }
  return b;
}

interface Bracket {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly fa: number;
  readonly fb: number;
  readonly fc: number;
  readonly previous: number;
  readonly least: number;
}

/** The step by secant or inverse quadratic interpolation, unless it leaves the bracket or shrinks too slowly. */
function interpolated({ a, b, c, fa, fb, fc, previous, least }: Bracket): number | undefined {
  const width = c - b;
  let p: number;
  let q: number;
  if (a === c) {
    const slope = fb / fa;
    p = width * slope;
    q = 1 - slope;
  } else {
    const ac = fa / fc;
    const bc = fb / fc;
    const ba = fb / fa;
    p = ba * (width * ac * (ac - bc) - (b - a) * (bc - 1));
    q = (ac - 1) * (bc - 1) * (ba - 1);
  }
  if (p > 0) q = -q;
  else p = -p;
  const accepted = p < 0.75 * width * q - Math.abs(least * q) / 2 && p < Math.abs((previous * q) / 2);
  return accepted ? p / q : undefined;
}
