import { generalError } from '../errors';

/**
 * `aws s3 presign`
 * differs: no presigned URLs: nothing in the lab fetches a URL
 */
export async function presign(): Promise<string> {
  throw generalError(
    'aws s3 presign is not in the lab: nothing here fetches a URL. In AWS such a URL acts with the permissions of whoever ' +
      'signed it, so a presigned download of an SSE-KMS object needs the signer to have kms:Decrypt.',
  );
}
