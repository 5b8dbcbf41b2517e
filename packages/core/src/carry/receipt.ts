import type { IntentId, PassClaims, ReceiptClaims, RefusalCode } from "@twiza/contract";
import type { Deps } from "../deps.ts";

const TYPE = "twiza-receipt+jws";

/** What became of one entry of a parcel. */
export type Answer = {
  readonly id: IntentId;
  readonly result: "ok" | "duplicate" | "refused";
  readonly code?: RefusalCode | undefined;
};

/** The answers to a parcel, signed for the phone that sealed it. Nothing in it says whose they are or what they were about. */
export function receiptFor(
  deps: Deps,
  { device }: PassClaims,
  answers: readonly Answer[],
): Promise<string> {
  const tailsOf = (which: (answer: Answer) => boolean): string =>
    answers.filter(which).map(tailOf).join("");
  const codes = new Set(
    answers.flatMap(({ code, result }) => (result === "refused" && code ? [code] : [])),
  );
  const claims: ReceiptClaims = {
    device,
    iat: Math.floor(deps.clock.now().getTime() / 1000),
    ok: tailsOf(({ result }) => result === "ok"),
    duplicate: tailsOf(({ result }) => result === "duplicate"),
    refused: [...codes].map((code) => ({
      code,
      entries: tailsOf((answer) => answer.result === "refused" && answer.code === code),
    })),
  };
  return deps.tokens.sign(TYPE, claims);
}

/** The last twelve digits of an id: six bytes, and so eight characters without padding. */
function tailOf({ id }: Answer): string {
  const bytes = (id.slice(-12).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
