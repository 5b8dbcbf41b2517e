import { createHash } from "node:crypto";
import { Refused, type Clock, type Records } from "@twiza/core";
import { addressPrefix } from "./address.ts";
import { take } from "./window.ts";

/** Parcels from one network within an hour: the phones of a village on market day, or one with 10,000 things to tell. */
const PER_ADDRESS_HOUR = 120;

/**
 * Parcels are taken from anybody, and each costs reads and an opening: counted by network before one is looked at, good or bad, since
 * a good one may be posted for ever.
 */
export function openParcelLimit(
  deps: { records: Records; clock: Clock },
  { perAddressHour }: { readonly perAddressHour: number } = { perAddressHour: PER_ADDRESS_HOUR },
) {
  return {
    /** @throws Refused `parcel.too_many` */
    async take(address: string): Promise<void> {
      const window = {
        kind: "parcel.address",
        id: createHash("sha256").update(addressPrefix(address)).digest("base64url"),
        limit: perAddressHour,
        seconds: 3600,
      };
      if (!(await take(deps, window))) throw new Refused("parcel.too_many");
    },
  };
}
export type ParcelLimit = ReturnType<typeof openParcelLimit>;
