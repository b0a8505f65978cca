import { failed, printed, type Tool } from './tool';

const UNIT_SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };
const MOST_SECONDS = 10 * 366 * 86_400;

/** `sleep NUMBER[smhd]...` on the lab's clock: it passes at once. */
export const sleep: Tool = {
  name: 'sleep',
  about: "Let the lab's time pass.",
  run: async (args, host) => {
    if (args.length === 0) return failed('sleep', 'missing operand');
    let seconds = 0;
    for (const arg of args) {
      const [, number, unit] = /^(\d+(?:\.\d+)?|\.\d+)([smhd]?)$/.exec(arg) ?? [];
      if (number === undefined) return failed('sleep', `invalid time interval '${arg}'`);
      seconds += Number(number) * (UNIT_SECONDS[unit ?? ''] as number);
    }
    if (seconds > MOST_SECONDS) return failed('sleep', `the lab's clock moves at most ten years at once`);
    await host.port.advance(Math.round(seconds * 1000));
    return printed('');
  },
};
