import { type ApiRequest, addressOfSource, regionalArn } from '../../aws';
import { isObject } from '../../base';
import { type Cloud, HOME_ACCESS_KEY } from '../../cloud';
import type { StoredItem } from '../../services/dynamodb';
import { accessKeys, seedAccessKeyId } from '../../services/iam';
import type { CanMatch, ScenarioPrincipal } from '../schema';
import type { Evidence } from './evidence';
import { fits } from './fits';
import { itemsOf, quantified } from './items';
import { filledIn, wantedOf } from './question';
import { endedAs } from './requests';

/** Whoever is asked about sits where the learner does. */
const USUAL_PLACE = { ip: addressOfSource({}) };

/**
 * What principals may do, asked of the engine on a world of its own: opening a role's session is a request, and
 * the learner's world must not show it. Rates do not count here.
 */
export class Abilities {
  private readonly evidence: Evidence;
  private world: Cloud | undefined;
  private readonly signatures = new Map<string, string | undefined>();

  constructor(evidence: Evidence) {
    this.evidence = evidence;
  }

  can(wanted: CanMatch): boolean {
    const credentials = this.credentialsOf(wanted.as);
    if (credentials === undefined) return endedAs(wanted.outcome, 'UnrecognizedClientException');
    const ends = (item: StoredItem) => this.ends(wanted, credentials, item);
    if (!wanted.each) return ends({});
    const { table, region, which } = wanted.each;
    return quantified(which, itemsOf(table, region, this.evidence), ({ item }) => ends(item));
  }

  private ends(wanted: CanMatch, credentials: string, item: StoredItem) {
    const { service, operation, region, outcome } = wanted;
    const at = { item, region, evidence: this.evidence };
    const input = filledIn(wanted.input, at) as ApiRequest['input'];
    const reply = this.fork.ask(
      { service, operation, region, credentials, input, source: USUAL_PLACE },
      false,
    );
    if (!endedAs(outcome, reply.ok ? undefined : reply.refusal.name)) return false;
    if (!reply.ok) return wanted.message === undefined || fits(wanted.message, reply.refusal.message);
    return wanted.answer === undefined || fits(wantedOf(wanted.answer, at), reply.output);
  }

  private get fork(): Cloud {
    if (!this.world) {
      this.world = this.evidence.cloud.fork();
      this.world.quotas = false;
    }
    return this.world;
  }

  /** Access key id of a principal; nothing where the principal does not exist or may not be assumed. */
  private credentialsOf(profile: string): string | undefined {
    if (!this.signatures.has(profile)) {
      const principal = this.evidence.principals.find((one) => one.profile === profile);
      this.signatures.set(profile, principal && this.sign(principal));
    }
    return this.signatures.get(profile);
  }

  private sign({ account, user, role }: ScenarioPrincipal): string | undefined {
    if (user !== undefined) return userKey(this.fork, account, user);
    const input = {
      RoleArn: `arn:aws:iam::${account}:role/${role}`,
      RoleSessionName: 'asked-by-the-lab',
    };
    const request = {
      service: 'sts',
      operation: 'AssumeRole',
      region: 'us-east-1',
      credentials: HOME_ACCESS_KEY,
    };
    const answer = this.fork.send({ ...request, input });
    if (!answer.ok) return undefined;
    const { Credentials } = answer.output;
    return isObject(Credentials) ? String(Credentials.AccessKeyId) : undefined;
  }
}

function userKey(cloud: Cloud, account: string, user: string): string | undefined {
  const seeded = seedAccessKeyId(account, user);
  if (cloud.knows(seeded)) return seeded;
  const arn = regionalArn('iam', '', account, `user/${user}`);
  return cloud.world
    .table(accessKeys)
    .by('owner', arn)
    .find(({ status }) => status === 'Active')?.accessKeyId;
}
