export * from './base64';
export * from './bytes';
export * from './seeded-random';
