import type { Condition } from "./engine.ts";

export type FailedCondition = {
  /** The position of the operation in its transaction; 0 for a single write. */
  readonly index: number;
  readonly table: string;
  readonly condition: Condition;
};

/** Somebody wrote first, or the item is not as the writer expected. Nothing of the write was done. */
export class ConditionFailed extends Error {
  /** The positions of the operations whose condition failed. */
  readonly failed: readonly number[];
  readonly reasons: readonly FailedCondition[];

  constructor(reasons: readonly FailedCondition[]) {
    super(
      reasons
        .map(({ index, table, condition }) => `${condition.kind} #${String(index)} ${table}`)
        .join(", "),
    );
    this.name = "ConditionFailed";
    this.failed = reasons.map(({ index }) => index);
    this.reasons = reasons;
  }
}

export type WriteRule =
  | "table_unknown"
  | "key_empty"
  | "key_size"
  | "item_size"
  | "index_key"
  | "name"
  | "nesting"
  | "number"
  | "text"
  | "value"
  | "transaction_count"
  | "transaction_duplicate"
  | "transaction_size"
  | "token";

/** A write that DynamoDB would refuse whatever is stored; a bug of the caller. The text names no stored value. */
export class InvalidWrite extends Error {
  readonly rule: WriteRule;

  constructor(rule: WriteRule, detail: string) {
    super(`${rule}: ${detail}`);
    this.name = "InvalidWrite";
    this.rule = rule;
  }
}

/** A read that DynamoDB would refuse: an unknown table or index, an empty key, a consistent read of an index. */
export class InvalidRead extends Error {
  constructor(detail: string) {
    super(detail);
    this.name = "InvalidRead";
  }
}

/** A page token that this query did not give out. Tokens travel through clients, so the edge may answer 400 to this one. */
export class InvalidPageToken extends Error {
  constructor() {
    super("the page token does not belong to this query");
    this.name = "InvalidPageToken";
  }
}

/** The same transaction token came back with other operations within ten minutes. */
export class TokenReused extends Error {
  constructor() {
    super("a transaction token was used for other operations");
    this.name = "TokenReused";
  }
}

/** The engine kept being throttled or contended until its retries ran out. Whether a write was done is not known. */
export class EngineBusy extends Error {
  constructor(cause: unknown) {
    super("the store is busy", { cause });
    this.name = "EngineBusy";
  }
}
