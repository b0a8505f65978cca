import { remote, serve, type Wire } from '../rpc';
import type { Thread, Threads } from '../spawn';
import { EngineHost } from './engine-host';
import type { EngineApi, EngineEvents, ShellApi, ShellEvents } from './protocol';
import { ShellHost } from './shell-host';

/** Workers that are none: both hosts live in this thread, and talk to the page over channels all the same. */
export function inThisThread(): Threads & { close(): void } {
  const open: MessagePort[] = [];
  const thread = (host: (wire: Wire) => void): Thread => {
    const { port1, port2 } = new MessageChannel();
    open.push(port1, port2);
    host(port2);
    port1.start();
    port2.start();
    return {
      postMessage: (message, transfer) => port1.postMessage(message, transfer ?? []),
      addEventListener: (type: string, listener: (event: never) => void) => {
        if (type === 'message') port1.addEventListener('message', listener as never);
      },
      terminate: () => port1.close(),
    };
  };
  return {
    engine: () => thread((wire) => serve<EngineApi>(wire, new EngineHost(remote<EngineEvents>(wire)))),
    shell: () => thread((wire) => serve<ShellApi>(wire, new ShellHost(remote<ShellEvents>(wire)))),
    close: () => {
      for (const port of open) port.close();
    },
  };
}
