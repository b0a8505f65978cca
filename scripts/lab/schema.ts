import { learnJsonSchema } from '../../lib/learn';
import { quizJsonSchema } from '../../lib/quiz';
import { scenarioJsonSchema } from '../../lib/scenario';
import type { Subcommand } from './subcommand';

const SCHEMAS: Readonly<Record<string, () => object>> = {
  scenario: scenarioJsonSchema,
  quiz: quizJsonSchema,
  concepts: () => learnJsonSchema('concepts'),
  diagram: () => learnJsonSchema('diagram'),
  rows: () => learnJsonSchema('rows'),
  preset: () => learnJsonSchema('preset'),
};

/** Prints the JSON Schema of a content file, for editors that check and complete YAML. */
export const schema: Subcommand = {
  name: 'schema',
  usage: 'schema scenario|quiz|concepts|diagram|rows|preset',
  about: 'Print the JSON Schema of a content file, for an editor.',
  run: async ([name = '']) => {
    const made = SCHEMAS[name];
    if (!made) {
      process.stderr.write(
        `lab schema: expected ${Object.keys(SCHEMAS).join(' or ')}, found ${name || 'nothing'}\n`,
      );
      return 2;
    }
    process.stdout.write(`${JSON.stringify(made(), null, 2)}\n`);
    return 0;
  },
};
