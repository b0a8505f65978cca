/** `bucket/key`, with or without a slash before it, the key URL-encoded or not. */
export function copySource(text: string): { readonly bucket: string; readonly key: string } | undefined {
  const path = decoded(text.startsWith('/') ? text.slice(1) : text);
  const slash = path.indexOf('/');
  const [bucket, key] = [path.slice(0, slash), path.slice(slash + 1)];
  return slash > 0 && key !== '' ? { bucket, key } : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
