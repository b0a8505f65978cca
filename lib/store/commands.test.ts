import { describe, expect, it } from 'vitest';
import { clockCommand } from './commands';

describe('a clock button', () => {
  it.each([
    [3600, 'lab clock +1h'],
    [86_400, 'lab clock +1d'],
    [180 * 86_400, 'lab clock +180d'],
    [90 * 60, 'lab clock +90m'],
    [61, 'lab clock +61s'],
  ])('moves the clock %i seconds in the largest whole unit', (seconds, command) => {
    expect(clockCommand(seconds)).toBe(command);
  });
});
