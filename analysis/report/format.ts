/** Numbers and times for people: enough digits that a small error ratio does not become 0. */
export type Unit = 'ratio' | 'seconds';

export const absent = '–';

/** @example quantity(0.0778, 'ratio') // '7.78 %' */
export function quantity(value: number | null, unit: Unit): string {
  if (value === null) return absent;
  if (unit === 'ratio') return `${digits(value * 100)} %`;
  return value < 1 ? `${digits(value * 1_000)} ms` : `${digits(value)} s`;
}

/** @example count(3480) // '3 480', with a narrow space */
export function count(value: number | null): string {
  return value === null ? absent : String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

/** @example times(1.5) // '× 1.5' */
export function times(value: number | null): string {
  return value === null ? absent : `× ${digits(value)}`;
}

/** Three digits that count. */
export function digits(value: number): string {
  if (value !== 0 && (Math.abs(value) >= 1e6 || Math.abs(value) < 1e-4)) return value.toExponential(1);
  return String(Number(value.toPrecision(3)));
}

/** @example instant(1700000100) // '2023-11-14 22:15:00' */
export function instant(seconds: number | null): string {
  return seconds === null ? absent : new Date(seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** A capital at the beginning, except in names such as p99. @example sentenceCase('errors healthy.') // 'Errors healthy.' */
export function sentenceCase(text: string): string {
  return text.replace(/^[a-z](?=[a-z])/, (letter) => letter.toUpperCase());
}
