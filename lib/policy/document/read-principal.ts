import type { PrincipalElement, PrincipalEntry, PrincipalForm, PrincipalType, TextValue } from './document';
import type { DocumentRules } from './document-rules';
import type { JsonMember } from './json-positions';
import { type ProblemList, quote, withArticle } from './problems';
import { memberPath, readMembers } from './read-members';
import { readStrings } from './read-strings';

const TYPES: readonly PrincipalType[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];
const ACCOUNT = /^\d{12}$/;
const UNIQUE_ID = /^A(?:ID|RO)A[A-Z0-9]{12,}$/;
const IDENTITY_ARN = /^arn:aws[a-z-]*:(iam|sts)::(\d{12}):([^*?\s]+)$/;
const PROVIDER_ARN = /^arn:aws[a-z-]*:iam::\d{12}:(?:saml|oidc)-provider\/[^*?\s]+$/;
const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const NAME = '[^/]+';
const FORMS: readonly { service: string; name: RegExp; form: PrincipalForm }[] = [
  { service: 'iam', name: /^root$/, form: 'account' },
  { service: 'iam', name: new RegExp(`^user/(?:${NAME}/)*${NAME}$`), form: 'user' },
  { service: 'iam', name: new RegExp(`^role/(?:${NAME}/)*${NAME}$`), form: 'role' },
  { service: 'sts', name: new RegExp(`^assumed-role/${NAME}/${NAME}$`), form: 'role-session' },
  { service: 'sts', name: new RegExp(`^federated-user/${NAME}$`), form: 'federated-user' },
];

type Reading = { readonly form: PrincipalForm; readonly value: string };

/** fact: authorization 4: no wildcard inside an ARN, no group, no organisation. */
export function readPrincipal(
  member: JsonMember,
  path: string,
  rules: DocumentRules,
  problems: ProblemList,
): PrincipalElement | undefined {
  const name = member.name === 'NotPrincipal' ? 'NotPrincipal' : 'Principal';
  const entries = readEntries(member, path, problems);
  if (!entries) return undefined;
  if (entries.length === 0) {
    return problems.add('empty-list', path, 'at least one principal', 'none', member.value.range);
  }
  const narrow = entries.find((entry) => entry.form !== 'everyone');
  if (rules.principal === 'everyone' && narrow) {
    const expected = `"*", the only principal of ${withArticle(rules.label)}`;
    return problems.add('invalid-principal', path, expected, quote(narrow.text), narrow.range);
  }
  return { name, entries, range: { from: member.nameRange.from, to: member.value.range.to } };
}

function readEntries(member: JsonMember, path: string, problems: ProblemList): PrincipalEntry[] | undefined {
  const node = member.value;
  if (node.kind === 'string' && node.value === '*') {
    return [{ type: 'AWS', form: 'everyone', value: '*', text: '*', range: node.range }];
  }
  if (node.kind !== 'object') {
    return problems.addWrongType(path, `"*" or an object with ${TYPES.join(', ')}`, node);
  }
  const members = readMembers(node, path, problems, TYPES);
  const entries: PrincipalEntry[] = [];
  let sound = members?.size === node.members.length;
  for (const type of TYPES) {
    const typed = members?.get(type);
    if (!typed) continue;
    const place = memberPath(path, type);
    const texts = readStrings(typed.value, place, problems);
    const isList = typed.value.kind === 'array';
    texts?.forEach((text, i) => {
      const entry = readEntry(type, text, isList ? `${place}[${i}]` : place, problems);
      if (entry) entries.push(entry);
      else sound = false;
    });
    sound = sound && texts !== undefined;
  }
  return sound ? entries : undefined;
}

function readEntry(
  type: PrincipalType,
  text: TextValue,
  path: string,
  problems: ProblemList,
): PrincipalEntry | undefined {
  const { reading, expected } = readers[type](text.text);
  if (!reading) return problems.add('invalid-principal', path, expected, quote(text.text), text.range);
  return { ...text, ...reading, type };
}

const readers: Readonly<
  Record<PrincipalType, (text: string) => { reading: Reading | undefined; expected: string }>
> = {
  AWS: (text) => ({
    reading: readAws(text),
    expected:
      '"*", a 12-digit account id, a unique id, or the full ARN of an account root, user, role, role session or federated user',
  }),
  Service: (text) => ({
    reading: DOMAIN.test(text) ? { form: 'service', value: text } : undefined,
    expected: 'the name of a service principal such as "logs.amazonaws.com"',
  }),
  Federated: (text) => ({
    reading:
      PROVIDER_ARN.test(text) || DOMAIN.test(text) ? { form: 'identity-provider', value: text } : undefined,
    expected: 'the ARN of an identity provider, or the domain name of a web identity provider',
  }),
  CanonicalUser: (text) => ({
    reading: /^[0-9a-f]{64}$/.test(text) ? { form: 'canonical-user', value: text } : undefined,
    expected: 'a canonical user id of 64 hexadecimal digits',
  }),
};

function readAws(text: string): Reading | undefined {
  if (text === '*') return { form: 'everyone', value: text };
  if (ACCOUNT.test(text)) return { form: 'account', value: text };
  if (UNIQUE_ID.test(text)) return { form: 'unique-id', value: text };
  const [, service, account = text, name = ''] = IDENTITY_ARN.exec(text) ?? [];
  const form = FORMS.find((known) => known.service === service && known.name.test(name))?.form;
  return form && { form, value: form === 'account' ? account : text };
}
