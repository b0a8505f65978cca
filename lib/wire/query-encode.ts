import type { AnyStructureShape, Shape } from '../aws';
import { encodeBase64 } from '../base';

/** An answer's members as XML, in the model's order: lists of `member`, maps of `entry`, dates as ISO 8601. */
export function encodeXml(shape: AnyStructureShape, output: Readonly<Record<string, unknown>>): string {
  let xml = '';
  for (const [name, member] of Object.entries(shape.members)) {
    const value = output[name];
    if (value === undefined) continue;
    xml += element(name, encode(member, value));
  }
  return xml;
}

export function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

/** Text for XML 1.0, which has no place for most control characters. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#xD;');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

function percentCoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function encode(shape: Shape, value: unknown): string {
  switch (shape.kind) {
    case 'blob':
      return encodeBase64(value as Uint8Array);
    case 'timestamp':
      return `${new Date(value as number).toISOString().slice(0, -5)}Z`;
    case 'list':
      return (value as readonly unknown[])
        .map((item) => element('member', encode(shape.member, item)))
        .join('');
    case 'map':
      return Object.entries(value as Record<string, unknown>)
        .map(([key, item]) =>
          element('entry', element('key', escapeXml(key)) + element('value', encode(shape.value, item))),
        )
        .join('');
    case 'structure':
      return encodeXml(shape, value as Record<string, unknown>);
    case 'string':
      return shape.isPolicy ? percentCoded(value as string) : escapeXml(value as string);
    default:
      return escapeXml(String(value));
  }
}
