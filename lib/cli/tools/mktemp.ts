import { failed, pathOf, printed, type Tool } from './tool';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `mktemp [-d] [-u] [TEMPLATE]` */
export const mktemp: Tool = {
  name: 'mktemp',
  about: 'Make a file with a name that no other has.',
  run: async (args, host) => {
    const flags = args.filter((arg) => arg.startsWith('-'));
    const template = args.find((arg) => !arg.startsWith('-')) ?? '/tmp/tmp.XXXXXXXXXX';
    const run = /X{3,}(?=[^X]*$)/.exec(template);
    if (!run) return failed('mktemp', `too few X's in template '${template}'`);
    const letters = [...host.randomBytes(run[0].length)]
      .map((byte) => LETTERS[byte % LETTERS.length])
      .join('');
    const name = template.slice(0, run.index) + letters + template.slice(run.index + run[0].length);
    const path = pathOf(name, host);
    if (flags.includes('-d')) await host.makeFolder(path);
    else if (!flags.includes('-u')) await host.files.write(path, new Uint8Array(0));
    return printed(`${name}\n`);
  },
};
