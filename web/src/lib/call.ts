import type { Whats } from "@twiza/contract";
import type { OperationName } from "@twiza/contract/where";

type InputOf<Schema> = Schema extends { readonly _zod: { readonly input: infer Input } }
  ? Input
  : never;
type OutputOf<Schema> = Schema extends { readonly _zod: { readonly output: infer Output } }
  ? Output
  : never;
type PartOf<N extends OperationName, Part extends string> =
  Whats[N] extends Readonly<Record<Part, infer Schema>> ? InputOf<Schema> : never;
/** A part whose every field may be left out may itself be left out. */
type Given<Part extends string, Value> = [Value] extends [never]
  ? Readonly<Partial<Record<Part, never>>>
  : Partial<Value> extends Value
    ? Readonly<Partial<Record<Part, Value>>>
    : Readonly<Record<Part, Value>>;

export type Aside = {
  readonly signal?: AbortSignal;
  /** Told what the reply says beside its body, be it an answer or a refusal. */
  readonly heard?: (headers: Headers) => void;
};
/** What an operation is called with. */
export type Call<N extends OperationName> = Given<"params", PartOf<N, "params">> &
  Given<"query", PartOf<N, "query">> &
  Given<"body", PartOf<N, "body">> &
  Aside;
/** What it answers. */
export type Reply<N extends OperationName> = OutputOf<Whats[N]["reply"]>;
export type Arguments<N extends OperationName> =
  Partial<Call<N>> extends Call<N> ? [given?: Call<N>] : [given: Call<N>];
/** Whatever calls operations as `call` does. */
export type Caller = <N extends OperationName>(
  name: N,
  ...given: Arguments<N>
) => Promise<Reply<N>>;
