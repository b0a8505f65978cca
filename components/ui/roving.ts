export type Orientation = 'horizontal' | 'vertical';

const steps: Readonly<Record<Orientation, Readonly<Record<string, 1 | -1>>>> = {
  horizontal: { ArrowRight: 1, ArrowLeft: -1 },
  vertical: { ArrowDown: 1, ArrowUp: -1 },
};

/** Where a key moves the focus among `count` things, around the ends; undefined when it moves nothing. */
export function roved(
  key: string,
  index: number,
  count: number,
  orientation: Orientation,
): number | undefined {
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[orientation][key];
  return step === undefined ? undefined : (index + step + count) % count;
}

/** The next thing after `index` whose label begins with the typed letter; undefined when none does. */
export function typedTo(key: string, index: number, labels: readonly string[]): number | undefined {
  if (key.length !== 1 || key === ' ') return undefined;
  const letter = key.toLowerCase();
  for (let step = 1; step <= labels.length; step += 1) {
    const at = (index + step) % labels.length;
    if (labels[at]?.toLowerCase().startsWith(letter)) return at;
  }
  return undefined;
}
