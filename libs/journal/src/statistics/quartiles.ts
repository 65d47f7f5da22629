/** Median and quartiles, by linear interpolation between the nearest values. */
export interface Quartiles {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export function quartiles(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => {
    const position = share * (sorted.length - 1);
    const [below, above] = [sorted[Math.floor(position)] ?? NaN, sorted[Math.ceil(position)] ?? NaN];
    return below + (above - below) * (position - Math.floor(position));
  };
  return { low: at(0.25), middle: at(0.5), high: at(0.75) };
}
