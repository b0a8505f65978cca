export * from './base64';
export * from './bytes';
export * from './canonical';
export * from './json';
export * from './json-escapes';
export * from './needs';
export * from './seeded-random';
export * from './shuffled';
