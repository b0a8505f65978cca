import type { Want } from '../../policy';
import type { DocumentPlace } from '../model';
import { documentAt, type HungDocument } from '../policies/documents';
import { type Edit, isAboutKey, type Situation } from './edit';
import { type JsonStatement, newDocument, withNewStatement } from './json-document';
import { boundaryPlace, documentOf, holderArn, sessionPlace } from './places';
import { actionOf, caller, resourceName } from './words';

/** A new statement where an Allow is missing. */
export function additions(situation: Situation, want: Want): readonly Edit[] {
  switch (want.name) {
    case 'direct':
      return keyPolicyFor(situation, directPrincipal(situation));
    case 'role':
      return keyPolicyFor(situation, rolePrincipal(situation));
    case 'delegated':
      return delegation(situation);
    case 'identity':
      return identityPolicy(situation);
    case 'boundary':
      return cap(situation, boundaryPlace(situation), 'A boundary is a limit that somebody set on purpose.');
    case 'session':
      return cap(situation, sessionPlace(situation), 'The session has to be made anew.');
    case 'endpoint':
      return endpointPolicy(situation);
    case 'scp':
    case 'rcp':
      return guardrail(situation, want.name);
    default:
      return [];
  }
}

interface Named {
  readonly element: Readonly<Record<string, string>> | string;
  readonly risks: readonly string[];
}

function directPrincipal({ principal }: Situation): Named | undefined {
  switch (principal.type) {
    case 'user':
    case 'federated':
      return { element: { AWS: principal.arn }, risks: [] };
    case 'role-session':
      return {
        element: { AWS: principal.arn },
        risks: ['It names one session name, and neither boundary nor session policy caps it.'],
      };
    case 'service':
      return {
        element: { Service: principal.arn },
        risks: ['Without a condition on `aws:SourceArn` the service may be used by others as a deputy.'],
      };
    case 'root':
      return undefined;
  }
}

function rolePrincipal({ principal }: Situation): Named | undefined {
  if (principal.type !== 'role-session' || principal.roleArn === undefined) return undefined;
  return { element: { AWS: principal.roleArn }, risks: [] };
}

function keyPolicyFor(situation: Situation, named: Named | undefined): readonly Edit[] {
  const document = named && keyPolicy(situation);
  if (!named || !document) return [];
  const statement = { Effect: 'Allow', Principal: named.element, Action: actionOf(situation), Resource: '*' };
  const who = Object.values(named.element).join('').includes(':assumed-role/')
    ? `the session ${situation.principal.arn.split('/').at(-1)} of ${caller(situation)}`
    : caller(situation);
  const sentence = `Let the ${document.title} allow ${who} \`${actionOf(situation)}\`.`;
  return [added(document, statement, sentence, named.risks)];
}

function keyPolicy(situation: Situation): HungDocument | undefined {
  if (!isAboutKey(situation)) return undefined;
  const document = documentAt(situation.cloud.world, { kind: 'key', key: situation.check.check.resource });
  return document?.readOnly === undefined ? document : undefined;
}

/** fact: authorization 2.1 B: the account is named, and its IAM policies say the rest. */
function delegation(situation: Situation): readonly Edit[] {
  const { principal, check } = situation;
  const document = principal.type === 'service' ? undefined : keyPolicy(situation);
  if (!document) return [];
  const isOwn = principal.account === check.check.account;
  const statement = {
    ...(isOwn ? { Sid: 'Enable IAM User Permissions' } : {}),
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${principal.account}:root` },
    Action: isOwn ? 'kms:*' : actionOf(situation),
    Resource: '*',
  };
  const sentence = isOwn
    ? `Let the ${document.title} hand the decision to IAM, by naming the root of account ${principal.account}.`
    : `Let the ${document.title} allow the account ${principal.account} \`${actionOf(situation)}\`.`;
  const risk = isOwn
    ? 'Whoever can write IAM policies in the account can then use and administer the key (`kms:*`); it is also what keeps the account from being locked out.'
    : `Account ${principal.account} decides alone who of its people uses it.`;
  return [added(document, statement, sentence, [risk])];
}

function identityPolicy(situation: Situation): readonly Edit[] {
  const holder = holderArn(situation);
  if (holder === undefined) return [];
  const name = `allow-${actionOf(situation).replace(/[^A-Za-z0-9]+/g, '-')}`;
  const place: DocumentPlace = { kind: 'inline', holder, name };
  const held = documentAt(situation.cloud.world, place);
  const statement = plainStatement(situation);
  return [
    {
      sentence: `Give ${caller(situation)} an IAM policy that allows \`${actionOf(situation)}\` on ${resourceName(situation)}.`,
      risks: [],
      change: {
        kind: 'document',
        place,
        text: held ? withNewStatement(held.text, statement) : newDocument(statement),
      },
    },
  ];
}

function plainStatement(situation: Situation): JsonStatement {
  return { Effect: 'Allow', Action: actionOf(situation), Resource: situation.check.check.resource };
}

function cap(situation: Situation, place: DocumentPlace | undefined, risk: string): readonly Edit[] {
  const document = place && documentAt(situation.cloud.world, place);
  if (!document) return [];
  const sentence = `Let the ${document.title} allow \`${actionOf(situation)}\` on ${resourceName(situation)}.`;
  return [added(document, plainStatement(situation), sentence, [risk])];
}

function endpointPolicy(situation: Situation): readonly Edit[] {
  const id = situation.request.source?.vpcEndpoint ?? '';
  const document = documentAt(situation.cloud.world, { kind: 'endpoint', id });
  if (!document) return [];
  const statement = { ...plainStatement(situation), Principal: '*' };
  const sentence = `Let the ${document.title} allow \`${actionOf(situation)}\` on ${resourceName(situation)}.`;
  return [added(document, statement, sentence, ['Everyone behind the endpoint gets through it with that.'])];
}

/** Every level has to allow: the first that does not. */
function guardrail(situation: Situation, layer: 'scp' | 'rcp'): readonly Edit[] {
  const trace = situation.check.layers.find((one) => one.layer === layer);
  const level = trace?.levels.findIndex((verdict) => verdict !== 'allow' && verdict !== 'explicitDeny') ?? -1;
  const documents = (trace?.statements ?? [])
    .filter((statement) => statement.level === level)
    .flatMap((statement) => documentOf(situation, statement) ?? []);
  const [document] = documents;
  if (!document) return [];
  const action = actionOf(situation);
  const statement =
    layer === 'rcp'
      ? { Effect: 'Allow', Principal: '*', Action: action, Resource: '*' }
      : { Effect: 'Allow', Action: action, Resource: '*' };
  const sentence = `Let the ${document.title} allow \`${action}\`.`;
  return [added(document, statement, sentence, ['It is a guardrail of every account under it.'])];
}

function added(
  document: HungDocument,
  statement: JsonStatement,
  sentence: string,
  risks: readonly string[],
): Edit {
  const text = withNewStatement(document.text, statement);
  return { sentence, risks, change: { kind: 'document', place: document.place, text } };
}
