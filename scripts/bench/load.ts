import { Cloud, HOME_ACCESS_KEY } from '../../lib/cloud';
import { measuredSeconds } from './measure';
import type { Result } from './report';
import { call, createKeys, REGION, START_MS } from './world';

const SECONDS = 600;
const LOADS = [
  { name: 'load: 100,000/s admitted', PerSecond: 100_000, Retries: 'standard' },
  { name: 'load: 150,000/s, retry storm', PerSecond: 150_000, Retries: 'loop', MaxAttempts: 6 },
] as const;

/** Ten lab minutes of bulk load; played in under ten real seconds, it is 60 lab seconds a second or more. */
export function loadResults(): Result[] {
  return LOADS.map(({ name, ...settings }) => {
    const cloud = new Cloud({ seed: 'bench', startMs: START_MS });
    const [KeyId = ''] = createKeys(cloud, 1);
    const input = {
      Name: 'bench',
      Service: 'kms',
      Operation: 'Decrypt',
      KeyId,
      Seconds: SECONDS,
      ...settings,
    };
    call(cloud, 'StartLoad', input, { service: 'lab', credentials: HOME_ACCESS_KEY });
    const seconds = measuredSeconds(() => void cloud.advanceTo(cloud.world.nowMs + SECONDS * 1000));
    return { name: `${name}, ${REGION}`, opsPerSecond: (settings.PerSecond * SECONDS) / seconds };
  });
}
