import type { Asked } from "./asked.ts";
import type { Given } from "./given.ts";

/** What each player is told, and tells. */
export type Playing = {
  readonly asked: Asked;
  readonly given: Given | undefined;
  readonly ongive: (given: Given) => void;
  /** Once it is judged nothing changes any more: whether what was given to an option or a gap is right. */
  readonly isRight?: ((part: string) => boolean) | undefined;
};
