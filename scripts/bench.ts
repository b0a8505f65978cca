import { cipherGrowth, cipherResults } from './bench/ciphers';
import { machine, printGrowth, printResults } from './bench/report';
import { writeGrowth } from './bench/writes';

const before = machine();
console.info(`${before.cpu}, ${before.cores} cores, node ${before.node}, load ${before.load.join(' ')}`);
const results = cipherResults();
printResults(results);
const growth = [...cipherGrowth(10, 10_000), ...writeGrowth()];
printGrowth(growth);
console.info(`load at the end ${machine().load.join(' ')}`);
if (process.argv.includes('--json')) {
  console.info(JSON.stringify({ machine: before, results, growth }));
}
