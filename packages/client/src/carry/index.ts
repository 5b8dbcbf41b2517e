/** The door to sending by another phone, and to carrying for somebody. */
export {
  carried,
  type Carried,
  carry,
  type Deliver,
  deliverAll,
  drop,
  tellWaiting,
} from "./carried.ts";
export { CarryFault, type CarryReason } from "./fault.ts";
export { type Kind, MOST_BYTES, readText, textOf } from "./letter.ts";
export { parcelsOf, type Parcels } from "./parcels.ts";
export { deviceIdOf, keepPasses, type Pass } from "./pass.ts";
export { type Taken, takeReceipts } from "./receipt.ts";
export { MOST_SQUARES, openCollector, type Seen, squaresOf } from "./squares.ts";
