/** A form's members as a tree: `Tags.member.1.Key=a` stands under Tags, member, 1, Key. */
export interface FormNode {
  value: string | undefined;
  readonly under: Map<string, FormNode>;
}

/** Reads a form. A percent sign that starts no code stays as it is; of two equal names the later one counts. */
export function readForm(text: string): FormNode {
  const root = emptyNode();
  for (const pair of text === '' ? [] : text.split('&')) {
    const at = pair.indexOf('=');
    const name = plainText(at < 0 ? pair : pair.slice(0, at));
    nodeAt(root, name.split('.')).value = at < 0 ? '' : plainText(pair.slice(at + 1));
  }
  return root;
}

/** Items of a list or map by their number: `member.1`, `member.2`, ... with gaps closed. */
export function numbered(node: FormNode, word: 'member' | 'entry'): FormNode[] {
  const items = [...(node.under.get(word)?.under ?? [])].filter(([name]) => /^\d{1,9}$/.test(name));
  return items.sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => item);
}

function nodeAt(root: FormNode, path: readonly string[]): FormNode {
  let node = root;
  for (const name of path) {
    let next = node.under.get(name);
    if (!next) {
      next = emptyNode();
      node.under.set(name, next);
    }
    node = next;
  }
  return node;
}

function emptyNode(): FormNode {
  return { value: undefined, under: new Map() };
}

function plainText(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
