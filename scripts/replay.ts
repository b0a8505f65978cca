import { walk } from './replay/walk';
import { say } from './say';

const [seed = 'replay', requests = '10000'] = process.argv.slice(2);
say(JSON.stringify(walk(seed, Number(requests))));
