/**
 * What a table is, as data without any SDK: CDK, both engines and the tests read the same value. The key of a table is always
 * `pk` + `sk`, both non-empty strings.
 */
export type TableSpec = {
  readonly name: string;
  readonly indexes: readonly IndexSpec[];
  /** Whether changes are kept in order for consumers (DynamoDB Streams, new and old images). */
  readonly stream: boolean;
  /** The attribute, in epoch seconds, after which DynamoDB removes the item some time later; readers must still look at it. */
  readonly ttl?: "expiresAt";
};

/** A global secondary index; an item that lacks one of its key attributes is not in it. */
export type IndexSpec = {
  readonly name: string;
  readonly key: { readonly pk: string; readonly sk: string };
  /** `keys` and a list always hold the keys of the table and of the index. */
  readonly projection: "all" | "keys" | readonly string[];
};
