/** One end of a line between two threads: a Worker, a worker's own global, a MessagePort. */
export interface Wire {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** The other end's functions, called from here. */
export type Remote<Api> = {
  readonly [K in keyof Api]: Api[K] extends (...args: infer Args) => infer Value
    ? (...args: Args) => Promise<Awaited<Value>>
    : never;
};

interface CallMessage {
  readonly kind: 'call';
  readonly id: number;
  readonly method: string;
  readonly args: readonly unknown[];
}

interface AnswerMessage {
  readonly kind: 'answer';
  readonly id: number;
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string; readonly stack?: string | undefined };
}

/** An error that was thrown at the other end. */
class RemoteError extends Error {
  readonly remoteStack: string | undefined;

  constructor(name: string, message: string, stack: string | undefined) {
    super(message);
    this.name = name;
    this.remoteStack = stack;
  }
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Calls the functions that the other end serves. A call to an end that has gone never settles. */
export function remote<Api extends object>(wire: Wire): Remote<Api> {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  wire.addEventListener('message', ({ data }: MessageEvent<AnswerMessage>) => {
    if (data?.kind !== 'answer') return;
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (!call) return;
    const { error } = data;
    if (error) call.reject(new RemoteError(error.name, error.message, error.stack));
    else call.resolve(data.value);
  });
  const call = (method: string, args: readonly unknown[]) =>
    new Promise((resolve, reject) => {
      calls += 1;
      waiting.set(calls, { resolve, reject });
      const message: CallMessage = { kind: 'call', id: calls, method, args };
      wire.postMessage(message, args.filter(isPort));
    });
  return new Proxy({} as Remote<Api>, {
    get: (_, method) =>
      typeof method === 'string' && method !== 'then'
        ? (...args: unknown[]) => call(method, args)
        : undefined,
  });
}

/** Answers the other end's calls with these functions. */
export function serve<Api extends object>(wire: Wire, api: Api): void {
  wire.addEventListener('message', async ({ data }: MessageEvent<CallMessage>) => {
    if (data?.kind !== 'call') return;
    wire.postMessage(await answer(api as Readonly<Record<string, unknown>>, data));
  });
}

async function answer(
  api: Readonly<Record<string, unknown>>,
  { id, method, args }: CallMessage,
): Promise<AnswerMessage> {
  try {
    const found = api[method];
    if (typeof found !== 'function') throw new Error(`no function ${method} is served`);
    return { kind: 'answer', id, value: await found.apply(api, args) };
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'answer', id, error: { name, message, stack } };
  }
}

function isPort(value: unknown): value is Transferable {
  return typeof MessagePort !== 'undefined' && value instanceof MessagePort;
}
