import type { Tokens } from "@twiza/core";

const refuse = () =>
  Promise.reject(
    new Error("tokens are not for this function: its manifest does not say that it signs"),
  );

/** For whoever may not sign: reaching for a token is a bug that should be loud. */
export const noTokens: Tokens = { sign: refuse, verify: refuse, keys: refuse };
