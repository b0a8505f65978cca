import { describe, expect, it } from 'vitest';
import { clockCommand, identityCommand, regionCommand } from './commands';

describe('a button of the bar', () => {
  it('writes the command that says as whom, and drops credentials that would win over it', () => {
    expect(identityCommand('payments-app', 'default')).toBe('export AWS_PROFILE=payments-app');
    expect(identityCommand('payments-app', 'exported credentials')).toBe(
      'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN; export AWS_PROFILE=payments-app',
    );
  });

  it('writes the command that says where', () => {
    expect(regionCommand('eu-central-1')).toBe('export AWS_REGION=eu-central-1');
  });

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
