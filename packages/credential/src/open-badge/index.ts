export { type BadgeWords } from "./achievement.ts";
export { verificationAddress } from "./address.ts";
export { type BadgeOf, MOST_SIGNED_BYTES, openBadge } from "./open-badge.ts";
export {
  type Achievement,
  type Alignment,
  CONTEXTS,
  type OpenBadge,
  type Related,
  STATUS_PURPOSES,
  type StatusEntry,
  type StatusPurpose,
} from "./shape.ts";
export { LIST_ENTRIES, listAddress, placeOf } from "./status.ts";
