export { answer } from './endpoint';
export type { WireRequest, WireResponse } from './message';
export { sdkHandler } from './sdk-handler';
