/** A length of time at run time. The unit is in the constructor's name, so `seconds(90)` and `minutes(1.5)` are the same value. */
export interface Duration {
  readonly ms: number;
}

export const milliseconds = (amount: number): Duration => ({ ms: amount });
export const seconds = (amount: number): Duration => milliseconds(amount * 1000);
export const minutes = (amount: number): Duration => seconds(amount * 60);
export const hours = (amount: number): Duration => minutes(amount * 60);
export const days = (amount: number): Duration => hours(amount * 24);

/** The largest unit that divides it: `90 s`, `24 h`, `250 ms`. */
export function describeDuration({ ms }: Duration): string {
  const units: readonly (readonly [number, string])[] = [
    [86_400_000, 'd'],
    [3_600_000, 'h'],
    [60_000, 'min'],
    [1000, 's'],
  ];
  const [size, name] = units.find(([unit]) => ms >= unit * 2 && ms % unit === 0) ?? [1, 'ms'];
  return `${ms / size} ${name}`;
}
