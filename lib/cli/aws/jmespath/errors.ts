/** A query that does not parse, or that asks a function for what it cannot do. */
export class JmespathError extends Error {}
