/** A Principal element with its value: a text, or an object without objects in it. A text that is a value has no colon. */
const PRINCIPAL_ELEMENT = /"(?:Not)?Principal"\s*:\s*(?:"[^"]*"|\{[^{}]*\})/g;

/**
 * A policy's text that names another principal instead; everything else stays as it was written. Conditions compare
 * texts and mean whoever has that name. fact: authorization 4
 */
export function renamePrincipal(text: string, from: string, to: string): string {
  const written = JSON.stringify(from);
  if (!text.includes(written)) return text;
  return text.replace(PRINCIPAL_ELEMENT, (element) => element.replaceAll(written, JSON.stringify(to)));
}
