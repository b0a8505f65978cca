import { uuidOf } from '../../base';
import { printed, type Tool } from './tool';

/** A random UUID that follows from the run's seed. */
export const uuidgen: Tool = {
  name: 'uuidgen',
  about: 'Make a UUID.',
  run: async (_, host) => printed(`${uuidOf(host.randomBytes(16))}\n`),
};
