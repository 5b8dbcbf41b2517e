import type { IssuerKeys } from "@twiza/core";

const refuse = () =>
  Promise.reject(
    new Error("certificates are not signed here: the manifest does not say that it issues"),
  );

/** For whoever may not sign certificates: reaching for a key is a bug that should be loud. */
export const noIssuerKeys: IssuerKeys = { signing: refuse, keys: refuse };
