import { EngineHost } from './engine-host';
import type { EngineApi, EngineEvents } from './protocol';
import { remote, serve, type Wire } from './rpc';

const wire: Wire = self as unknown as Wire;
serve<EngineApi>(wire, new EngineHost(remote<EngineEvents>(wire)));
