import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Subcommand } from './subcommand';

/** What a quiz item may be asked to be; `single` where nothing is said. */
const QUIZ_TYPES = ['single', 'multiple', 'order', 'match', 'hotspot', 'predict'];

const FOLDERS: Readonly<Record<string, string>> = { scenario: 'scenarios', quiz: 'quizzes' };

/** Writes a scenario or a quiz item that keeps every law, to be changed into what it should be. */
export const create: Subcommand = {
  name: 'new',
  usage: 'new scenario|quiz ID [TYPE]',
  about: 'Write a scenario or a quiz item to start from.',
  run: async ([kind = '', id = '', type = 'single']) => {
    const said = complaint(kind, id, type);
    if (said !== undefined) {
      process.stderr.write(`lab new: ${said}\n`);
      return 2;
    }
    const path = place(kind, id);
    writeFileSync(path, contentFrom(kind, id, type));
    process.stdout.write(`content/${FOLDERS[kind]}/${id}.yaml\n`);
    return 0;
  },
};

function complaint(kind: string, id: string, type: string): string | undefined {
  if (!Object.hasOwn(FOLDERS, kind))
    return `expected ${Object.keys(FOLDERS).join(' or ')}, found ${kind || 'nothing'}`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    return `expected an id of lower-case letters, digits and hyphens, found ${id || 'nothing'}`;
  }
  if (!QUIZ_TYPES.includes(type)) return `expected ${QUIZ_TYPES.join(', ')}, found ${type}`;
  return existsSync(place(kind, id))
    ? `expected an id of its own, found content/${FOLDERS[kind]}/${id}.yaml`
    : undefined;
}

function place(kind: string, id: string): string {
  return fileURLToPath(new URL(`../../content/${FOLDERS[kind]}/${id}.yaml`, import.meta.url));
}

/** The template with its id put in. */
export function contentFrom(kind: string, id: string, type = 'single'): string {
  const name = kind === 'quiz' && type !== 'single' ? `quiz-${type}` : kind;
  const template = fileURLToPath(new URL(`./templates/${name}.yaml`, import.meta.url));
  return readFileSync(template, 'utf8').replace(/\bID\b/g, id);
}
