import { usageText } from '../errors';

/** `s3://bucket/key`; the key is empty where a bucket alone is named. */
export interface S3Uri {
  readonly bucket: string;
  readonly key: string;
}

export function parseS3Uri(text: string): S3Uri | undefined {
  if (!text.startsWith('s3://')) return undefined;
  const path = text.slice('s3://'.length);
  const slash = path.indexOf('/');
  return slash < 0 ? { bucket: path, key: '' } : { bucket: path.slice(0, slash), key: path.slice(slash + 1) };
}

/**
 * @param usage how the command is used, up to its path.
 * @throws CliError where the text is no `s3://` URI.
 */
export function needsS3Uri(text: string, usage: string): S3Uri {
  const uri = parseS3Uri(text);
  if (!uri || uri.bucket === '') throw usageText(`${usage}<S3Uri>\nError: Invalid argument type`);
  return uri;
}

export function uriText({ bucket, key }: S3Uri): string {
  return `s3://${bucket}/${key}`;
}
