import { utf8ToBytes } from '../base';
import type { Cloud } from '../cloud';
import { answer } from './endpoint';

/** What an AWS SDK for JavaScript v3 client hands to its `requestHandler`; typed by shape, so no SDK is needed here. */
interface SdkRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface SdkResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: ReadableStream<Uint8Array>;
}

/**
 * A request handler by which the unmodified SDK talks to the lab in this very process:
 * `new KMSClient({ region, credentials, requestHandler: sdkHandler(cloud) })`.
 */
export function sdkHandler(cloud: Cloud) {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle(request: SdkRequest): Promise<{ response: SdkResponse }> {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const reply = answer(cloud, {
        method: request.method,
        path: request.path,
        headers,
        body: bodyOf(request.body),
      });
      return {
        response: {
          statusCode: reply.status,
          headers: { ...reply.headers },
          body: streamOf(utf8ToBytes(reply.body)),
        },
      };
    },
    destroy(): void {},
    updateHttpClientConfig(): void {},
    httpHandlerConfigs(): Record<string, never> {
      return {};
    },
  };
}

function bodyOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return utf8ToBytes(typeof body === 'string' ? body : '');
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}
