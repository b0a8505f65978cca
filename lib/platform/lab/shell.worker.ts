import { remote, serve, type Wire } from '../rpc';
import type { ShellApi, ShellEvents } from './protocol';
import { ShellHost } from './shell-host';

const wire: Wire = self as unknown as Wire;
serve<ShellApi>(wire, new ShellHost(remote<ShellEvents>(wire)));
