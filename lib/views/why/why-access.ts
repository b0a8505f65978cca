import type { KeyRecord } from '../../kms';
import { layerWord } from '../access';
import { callerName, shortId } from '../words';
import { type Explanation, keyElsewhere, keysOfMaterial, namedKey, wrapperOf } from './why-case';

/** KMS answers AccessDenied where it may not say that a key is not there. fact: kms-engine 4.2, 5.2 */
const noKeyForCiphertext: Explanation = (refused) => {
  const { commit, stage } = refused;
  if (stage !== 'key' || commit.request.input.CiphertextBlob === undefined) return undefined;
  const { region } = commit.request;
  const made = wrapperOf(refused);
  if (!made) {
    return {
      sentence: `No key in ${region} made this ciphertext, and no other key of the lab did: it comes from elsewhere, or its key is gone.`,
    };
  }
  const holders = keysOfMaterial(refused.scene, made.keyId);
  const primary = holders.find((key) => key.multiRegion === 'PRIMARY') ?? holders[0];
  if (!primary) {
    return {
      sentence: `The key that wrapped this (the lab knows: material ${made.seal.label}) was deleted. Nothing can read it any more.`,
    };
  }
  return primary.multiRegion ? noReplica(primary, region) : singleRegion(primary, region);
};

function singleRegion({ keyId, region: home }: KeyRecord, region: string) {
  return {
    sentence: `The key is single-Region (\`MultiRegion: false\`) and lives in ${home}. Replication moved the bytes to ${region}, not the ability to read them.`,
    fix: `A single-Region key cannot be made multi-Region. Make a multi-Region key, replicate it to ${region}, and re-encrypt what the old key wrapped; until then ask in ${home}.`,
    command: `aws kms describe-key --region ${home} --key-id ${keyId} --query KeyMetadata.MultiRegion`,
  };
}

function noReplica({ keyId, region: home }: KeyRecord, region: string) {
  return {
    sentence: `The key that wrapped this is multi-Region, and has no replica in ${region}.`,
    fix: `Replicate it to ${region}, with a key policy given: the default one is used otherwise.`,
    command: `aws kms replicate-key --region ${home} --key-id ${keyId} --replica-region ${region}`,
  };
}

const noSuchKeyOrForeign: Explanation = (refused) => {
  const name = namedKey(refused);
  if (refused.stage !== 'key' || name === undefined) return undefined;
  const { region } = refused.commit.request;
  const elsewhere = keyElsewhere(refused, name);
  const hint = elsewhere ? ` The lab knows: that key id lives in ${elsewhere.region}.` : '';
  return {
    sentence: `In ${region} there is no such key that this caller may use; KMS does not say whether it is missing or forbidden.${hint}`,
    fix: elsewhere
      ? `Ask in ${elsewhere.region}.`
      : "Check the Region, the account and the id; for another account's key both sides must allow.",
  };
};

const explicitDeny: Explanation = ({ check }) => {
  if (check?.verdict !== 'explicitDeny') return undefined;
  const denying = check.layers.find((layer) => layer.deciding);
  const statement = denying?.statements.find((one) => one.deciding);
  const document =
    statement?.layer === 'resource'
      ? `the ${layerWord('resource', check.check.resource.includes(':kms:'))}`
      : statement?.document.name;
  const where = statement
    ? `statement \`${statement.sid ?? statement.index + 1}\` of ${document}`
    : 'a policy';
  return {
    sentence: `An explicit deny wins over every allow: ${where} denies \`${check.check.action}\`.`,
    fix: 'No further allow helps. Change the denying statement, or make the request such that its conditions do not match.',
  };
};

/** fact: authorization 3: the key policy is the root of trust */
const keyPolicySilent: Explanation = (refused) => {
  const { check, commit } = refused;
  if (check?.verdict !== 'implicitDeny' || check.reason !== 'resource') return undefined;
  const caller = callerName(commit.outcome.audit.principal);
  const { action, resource, account } = check.check;
  if (!resource.includes(':kms:')) return undefined;
  return {
    sentence: `The key policy neither allows ${caller} \`${action}\` nor hands the decision to IAM by naming the account root, so IAM policies do not count here.`,
    fix: `Let the key policy name ${caller}, or let it name \`arn:aws:iam::${account}:root\` so that IAM policies count.`,
    command: `aws kms get-key-policy --region ${commit.request.region} --key-id ${resource} --policy-name default --query Policy --output text`,
  };
};

const identitySilent: Explanation = ({ check, commit }) => {
  if (check?.verdict !== 'implicitDeny' || check.reason !== 'identity') return undefined;
  const caller = callerName(commit.outcome.audit.principal);
  const { action, resource } = check.check;
  const ofKey = resource.includes(':kms:');
  const start = ofKey ? 'The key policy leaves the decision to IAM, and no' : 'No';
  return {
    sentence: `${start} IAM policy of ${caller} allows \`${action}\`${resource === '*' ? '' : ` on ${shortResource(resource)}`}.`,
    fix: ofKey
      ? `Give ${caller} an IAM policy that allows \`${action}\` on this key, or name ${caller} in the key policy.`
      : `Give ${caller} an IAM policy that allows \`${action}\`.`,
  };
};

const otherLayerSilent: Explanation = ({ check, commit }) => {
  if (check?.verdict !== 'implicitDeny') return undefined;
  const layer = layerWord(
    check.reason as Parameters<typeof layerWord>[0],
    check.check.resource.includes(':kms:'),
  );
  const caller = callerName(commit.outcome.audit.principal);
  return {
    sentence: `The ${layer} caps what ${caller} may do, and does not allow \`${check.check.action}\`.`,
    fix: `Let the ${layer} allow it: a cap grants nothing by itself, and nothing passes without it.`,
  };
};

function shortResource(arn: string): string {
  const resource = arn.slice(arn.lastIndexOf('/') + 1);
  return shortId(resource);
}

const denied: readonly Explanation[] = [
  noKeyForCiphertext,
  noSuchKeyOrForeign,
  explicitDeny,
  keyPolicySilent,
  identitySilent,
  otherLayerSilent,
];

export const accessRules: Readonly<Record<string, readonly Explanation[]>> = {
  AccessDeniedException: denied,
  AccessDenied: denied,
};
