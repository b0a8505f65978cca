/**
 * Shapes say what a request or answer looks like, once: validation, the wire, the `aws` command, its
 * help and its skeletons are all read from them. Member order is the order AWS prints.
 *
 * Inside the engine a blob is a `Uint8Array` and a timestamp is a number of epoch milliseconds.
 */
export type Shape<T = unknown> =
  | StringShape<T>
  | NumberShape<T>
  | BooleanShape<T>
  | BlobShape<T>
  | TimestampShape<T>
  | ListShape<T>
  | MapShape<T>
  | StructureShape<T>;

interface Of<T> {
  /** Never present: carries the TypeScript type of a value of this shape. */
  readonly type?: T;
  /** Sensitive values are not echoed in error texts. */
  readonly sensitive?: boolean;
}

export interface StringShape<T = string> extends Of<T> {
  readonly kind: 'string';
  readonly min?: number;
  readonly max?: number;
  /** AWS's own text of the regular expression; the whole value must match. */
  readonly pattern?: string;
  readonly values?: readonly string[];
  /** A policy document of IAM, which goes over the wire in percent codes and is shown by clients as JSON. */
  readonly isPolicy?: true;
}
export interface NumberShape<T = number> extends Of<T> {
  readonly kind: 'integer' | 'long' | 'double';
  readonly min?: number;
  readonly max?: number;
}
export interface BooleanShape<T = boolean> extends Of<T> {
  readonly kind: 'boolean';
}
export interface BlobShape<T = Uint8Array> extends Of<T> {
  readonly kind: 'blob';
  /** Of the decoded bytes. */
  readonly min?: number;
  readonly max?: number;
}
export interface TimestampShape<T = number> extends Of<T> {
  readonly kind: 'timestamp';
}
export interface ListShape<T = unknown[]> extends Of<T> {
  readonly kind: 'list';
  readonly member: Shape;
  readonly min?: number;
  readonly max?: number;
}
export interface MapShape<T = Record<string, unknown>> extends Of<T> {
  readonly kind: 'map';
  readonly key: StringShape;
  readonly value: Shape;
}
export interface StructureShape<T = Record<string, unknown>> extends Of<T> {
  readonly kind: 'structure';
  readonly members: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
  /** A union: exactly one member is present (DynamoDB's attribute values). */
  readonly union?: boolean;
}

/** Any structure, whatever its values look like in TypeScript. */
export type AnyStructureShape = StructureShape<unknown>;

/** The TypeScript type of a value of shape `S`. */
export type ValueOf<S> = S extends Of<infer T> ? T : never;

type Members = Readonly<Record<string, Shape>>;
type StructureOf<M extends Members, R extends keyof M> = { readonly [K in R]: ValueOf<M[K]> } & {
  readonly [K in Exclude<keyof M, R>]?: ValueOf<M[K]>;
};

type Limits = { readonly min?: number; readonly max?: number; readonly sensitive?: boolean };

export function string(limits: Limits & Pick<StringShape, 'pattern' | 'isPolicy'> = {}): StringShape {
  return { kind: 'string', ...limits };
}
export function oneOf<const V extends string>(...values: readonly V[]): StringShape<V> {
  return { kind: 'string', values };
}
export function integer(limits: Limits = {}): NumberShape {
  return { kind: 'integer', ...limits };
}
export function long(limits: Limits = {}): NumberShape {
  return { kind: 'long', ...limits };
}
export function double(limits: Limits = {}): NumberShape {
  return { kind: 'double', ...limits };
}
export function boolean(): BooleanShape {
  return { kind: 'boolean' };
}
export function blob(limits: Limits = {}): BlobShape {
  return { kind: 'blob', ...limits };
}
export function timestamp(): TimestampShape {
  return { kind: 'timestamp' };
}
export function list<S extends Shape>(member: S, limits: Limits = {}): ListShape<readonly ValueOf<S>[]> {
  return { kind: 'list', member, ...limits } as ListShape<readonly ValueOf<S>[]>;
}
export function map<S extends Shape>(
  value: S,
  key: StringShape = string(),
): MapShape<Readonly<Record<string, ValueOf<S>>>> {
  return { kind: 'map', key, value } as MapShape<Readonly<Record<string, ValueOf<S>>>>;
}
/** @param required members that must be present, in the order AWS lists them. */
export function structure<M extends Members, const R extends readonly (keyof M & string)[] = []>(
  members: M,
  required: R = [] as unknown as R,
): StructureShape<StructureOf<M, R[number]>> {
  return { kind: 'structure', members, required } as StructureShape<StructureOf<M, R[number]>>;
}
export function union<M extends Members>(members: M): StructureShape<StructureOf<M, never>> {
  return { kind: 'structure', members, required: [], union: true } as StructureShape<StructureOf<M, never>>;
}
