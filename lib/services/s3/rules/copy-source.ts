/** What a copy is made of. */
export interface CopySource {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string | undefined;
}

const VERSION = /\?versionId=(.+)$/;

/** `bucket/key`, with or without a slash before it and a `?versionId=` after it, the key URL-encoded or not. */
export function copySource(text: string): CopySource | undefined {
  const versionId = VERSION.exec(text)?.[1];
  const named = text.replace(VERSION, '');
  const path = decoded(named.startsWith('/') ? named.slice(1) : named);
  const slash = path.indexOf('/');
  const [bucket, key] = [path.slice(0, slash), path.slice(slash + 1)];
  return slash > 0 && key !== '' ? { bucket, key, versionId } : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
