import type { AwsWorld } from '../../aws';
import { type SecretRecord, secrets } from './records/secret';
import { versionIdOf, versions } from './records/version';

/** A secret whose recovery window is over is gone for good, with all its values. */
export const dueHandlers: Readonly<Record<string, (world: AwsWorld, record: object) => void>> = {
  [secrets.name]: (world, record) => removeSecret(world, record as SecretRecord),
};

export function removeSecret(world: AwsWorld, { arn }: SecretRecord): void {
  for (const { versionId } of world.table(versions).by('secret', arn)) {
    world.delete(versions, versionIdOf(arn, versionId));
  }
  world.delete(secrets, arn);
}
