import { failed, inputOf, printed, type Tool } from './tool';

/** `cmp [-s] A B`: silent where two files are the same. */
export const cmp: Tool = {
  name: 'cmp',
  about: 'Compare two files byte by byte.',
  run: async (args, host) => {
    const [a, b] = args.filter((arg) => !/^-./.test(arg)) as [string, string | undefined];
    const [left, right] = [await inputOf(a, host), await inputOf(b, host)];
    if (!left || !right) return failed('cmp', `${left ? b : a}: No such file or directory`, 2);
    const length = Math.min(left.length, right.length);
    let at = 0;
    while (at < length && left[at] === right[at]) at += 1;
    if (at === length && left.length === right.length) return printed('');
    if (args.includes('-s')) return { ...printed(''), exitCode: 1 };
    if (at === length)
      return failed('cmp', `EOF on ${left.length < right.length ? a : b} after byte ${length}`);
    const line = left.subarray(0, at).filter((byte) => byte === 10).length + 1;
    return { ...printed(`${a} ${b} differ: byte ${at + 1}, line ${line}\n`), exitCode: 1 };
  },
};
