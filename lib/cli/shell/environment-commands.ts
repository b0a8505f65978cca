import { type CustomCommand, defineCommand } from 'just-bash/browser';
import { byCodeUnit } from '../../base';

/** Commands that the library answers with more than is exported. */
export function environmentCommands(): CustomCommand[] {
  return ['env', 'printenv'].map((name) =>
    defineCommand(name, async (args, context) => {
      const exported = context.exportedEnv ?? {};
      const [wanted] = args;
      if (wanted === undefined)
        return said(Object.entries(exported).map(([key, value]) => `${key}=${value}\n`));
      if (name === 'env') return (await context.origCommand?.(args)) ?? said([]);
      const value = exported[wanted];
      return value === undefined ? { stdout: '', stderr: '', exitCode: 1 } : said([`${value}\n`]);
    }),
  );
}

function said(lines: readonly string[]) {
  return { stdout: [...lines].sort(byCodeUnit).join(''), stderr: '', exitCode: 0 };
}
