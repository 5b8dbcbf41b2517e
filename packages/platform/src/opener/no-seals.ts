import type { Seals } from "@twiza/core";

const refuse = () =>
  Promise.reject(
    new Error("parcels are not for this function: its manifest does not say that it opens"),
  );

/** For whoever may not open: reaching for a parcel is a bug that should be loud. */
export const noSeals: Seals = { open: refuse, keys: refuse };
