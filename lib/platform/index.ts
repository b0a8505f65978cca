export { addressFragment, dropFragment, shareAddress } from './address';
export { compression } from './compression';
export { type DeviceRuns, damagedText, deviceRuns, forgetDamaged } from './device-runs';
export { readFile, saveFile } from './files';
export { LabClient, type LabListener, type LabPhase, type StartOptions } from './lab-client';
export type { BegunCell, LessonSource, Notice, Opening } from './protocol';
export type { Damaged } from './run-store';
