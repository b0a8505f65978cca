const UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
] as const;

/** The command that a clock button stands for: `lab clock +1h`, in the largest unit that leaves no rest. */
export function clockCommand(seconds: number): string {
  const [letter, size] = UNITS.find(([, unit]) => seconds % unit === 0) ?? ['s', 1];
  return `lab clock +${seconds / size}${letter}`;
}
