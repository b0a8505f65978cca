import type { AccessCheck, AnyOperation, Principal } from '../../aws';

/**
 * Condition keys that follow from the key, the caller and the moment; a table of who may do what knows them.
 * fact: authorization 7, 8
 */
const FIXED_OF_KEYS: ReadonlySet<string> = new Set([
  'kms:calleraccount',
  'kms:keyspec',
  'kms:customermasterkeyspec',
  'kms:keyusage',
  'kms:customermasterkeyusage',
  'kms:keyorigin',
  'kms:multiregion',
  'kms:multiregionkeytype',
  'kms:resourcealiases',
]);

/** What only a request itself says, whatever it asks for. */
const OF_REQUESTS: ReadonlySet<string> = new Set([
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:vpcsourceip',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'aws:useragent',
  'aws:referer',
  'aws:multifactorauthpresent',
  'aws:multifactorauthage',
  'aws:sourceidentity',
  'kms:viaservice',
  'aws:viaawsservice',
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
]);

const OF_SERVICES: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:useragent',
]);

/** Different from one session of a role to the next. */
const OF_SESSIONS: ReadonlySet<string> = new Set(['aws:userid', 'aws:tokenissuetime']);

/** Whether a request of this kind by this caller may or may not carry a condition key (in lower case). */
export type OpenKeys = (lowerKey: string, check: AccessCheck) => boolean;

export function openKeysOf(operation: AnyOperation, principal: Principal, isAnySession: boolean): OpenKeys {
  const ofOperation = new Map<string, ReadonlySet<string>>();
  return (lowerKey, check) => {
    if (principal.type === 'service') {
      if (OF_SERVICES.has(lowerKey)) return true;
      if (OF_REQUESTS.has(lowerKey)) return false;
    }
    if (OF_REQUESTS.has(lowerKey) || (isAnySession && OF_SESSIONS.has(lowerKey))) return true;
    let own = ofOperation.get(check.action);
    if (!own) {
      own = ownKeys(check);
      ofOperation.set(check.action, own);
    }
    if (own.has(lowerKey)) return true;
    if (lowerKey.startsWith('kms:encryptioncontext:')) return own.has('kms:encryptioncontextkeys');
    if (lowerKey.startsWith('aws:requesttag/')) return own.has('aws:tagkeys');
    return lowerKey.startsWith('kms:recipientattestation:') && 'Recipient' in operation.input.members;
  };
}

/** The keys that this operation carries because of what is asked. */
function ownKeys(check: AccessCheck): ReadonlySet<string> {
  const isSymmetric = check.context('kms:KeySpec')?.[0] === 'SYMMETRIC_DEFAULT';
  const names = check.contextKeys().map((name) => name.toLowerCase());
  return new Set(
    names.filter((name) => {
      if (FIXED_OF_KEYS.has(name) || name.startsWith('aws:resourcetag/')) return false;
      return name !== 'kms:encryptionalgorithm' || !isSymmetric;
    }),
  );
}
