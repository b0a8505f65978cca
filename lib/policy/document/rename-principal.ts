/** A Principal element that names somebody: its value is an object without objects in it. */
const PRINCIPAL_ELEMENT = /"(?:Not)?Principal"\s*:\s*\{[^{}]*\}/g;

/**
 * A policy's text that names another principal instead; everything else stays as it was written. Conditions compare
 * texts and mean whoever has that name. fact: authorization 4
 */
export function renamePrincipal(text: string, from: string, to: string): string {
  const written = JSON.stringify(from);
  return text.replace(PRINCIPAL_ELEMENT, (element) => element.replaceAll(written, JSON.stringify(to)));
}
