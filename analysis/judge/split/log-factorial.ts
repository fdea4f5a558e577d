const size = 32_768;
const table = filled();

/**
 * Natural logarithm of n!, from a table for small n and by Stirling's series beyond, both to the precision of a double.
 *
 * Reference: Abramowitz and Stegun, "Handbook of mathematical functions", 6.1.41.
 *
 * @param n a whole number of at least 0.
 * @example logFactorial(5) // 4.787492: log of 120
 */
export function logFactorial(n: number): number {
  return n < size ? (table[n] ?? Number.NaN) : stirling(n);
}

function filled(): Float64Array {
  const logs = new Float64Array(size);
  let product = 1;
  for (let n = 2; n < size; n++) {
    product *= n;
    logs[n] = n <= 20 ? Math.log(product) : stirling(n);
  }
  return logs;
}

function stirling(n: number): number {
  const square = 1 / (n * n);
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - square / 1680) * square) * square) / n;
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series;
}
