/**
 * Why something could not be carried. `foreign`: neither a parcel nor a receipt of ours. `broken`: it was one, and was cut short or
 * changed. `receipt`, `parcel`: it is that, and the other was wanted. `other_phone`: a receipt for another phone. `forged`: a receipt
 * that we did not sign. `new_key`: signed with a key that this phone does not know. `no_pass`: this phone was never prepared.
 */
export type CarryReason =
  | "foreign"
  | "broken"
  | "receipt"
  | "parcel"
  | "other_phone"
  | "forged"
  | "new_key"
  | "no_pass";

export class CarryFault extends Error {
  readonly reason: CarryReason;
  constructor(reason: CarryReason) {
    super(`carry: ${reason}`);
    this.name = "CarryFault";
    this.reason = reason;
  }
}
