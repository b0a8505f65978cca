import { walk } from './replay/walk';

const [seed = 'replay', requests = '10000'] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(walk(seed, Number(requests)))}\n`);
