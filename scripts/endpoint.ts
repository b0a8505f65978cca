import { parseArgs } from 'node:util';
import { startEndpoint } from './endpoint/server';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4599' },
    quotas: { type: 'boolean', default: false },
    seed: { type: 'string' },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`endpoint: --port wants a number from 0 to 65535, found ${values.port}`);
  process.exit(2);
}
startEndpoint({ port, quotas: values.quotas, seed: values.seed ?? `endpoint-${Date.now()}` });
