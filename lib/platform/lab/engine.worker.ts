import { remote, serve, type Wire } from '../rpc';
import { EngineHost } from './engine-host';
import type { EngineApi, EngineEvents } from './protocol';

const wire: Wire = self as unknown as Wire;
serve<EngineApi>(wire, new EngineHost(remote<EngineEvents>(wire)));
