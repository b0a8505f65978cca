import { coverageOf } from '../../lib/scenario';
import { allCovers, allFamilies } from './content-files';
import type { Subcommand } from './subcommand';

/** Counts what of the checklist the content teaches and names what it does not; with `--list` names both. */
export const coverage: Subcommand = {
  name: 'coverage',
  usage: 'coverage [--list]',
  about: 'Count which ids of the checklist are covered, and name those that are not.',
  run: async (args) => {
    const { families, strange } = coverageOf(allFamilies(), allCovers());
    for (const { family, title, items, covered, without } of families) {
      const share = `${covered.length} of ${items}`.padStart(11);
      process.stdout.write(`${family}  ${share}  ${title}\n`);
      if (args.includes('--list') && covered.length > 0) process.stdout.write(`   ${covered.join(' ')}\n`);
      const open = idsOf(family, items).filter((id) => !covered.includes(id) && without[id] === undefined);
      if (open.length > 0) process.stdout.write(`   not: ${open.join(' ')}\n`);
      for (const [id, why] of Object.entries(without)) process.stdout.write(`   left out: ${id}. ${why}\n`);
    }
    const total = families.reduce((sum, { items }) => sum + items, 0);
    const done = families.reduce((sum, { covered }) => sum + covered.length, 0);
    process.stdout.write(`   ${`${done} of ${total}`.padStart(11)}  in all\n`);
    if (strange.length > 0) process.stderr.write(`no such ids: ${strange.join(', ')}\n`);
    return strange.length > 0 ? 1 : 0;
  },
};

function idsOf(family: string, items: number): string[] {
  return Array.from({ length: items }, (_, index) => `${family}-${String(index + 1).padStart(3, '0')}`);
}
