export { type BadgeWords } from "./achievement.ts";
export { verificationAddress } from "./address.ts";
export { type BadgeOf, MOST_SIGNED_BYTES, openBadge } from "./open-badge.ts";
export {
  type Achievement,
  type Alignment,
  CONTEXTS,
  type OpenBadge,
  type PartnerEntry,
  type Related,
  type StatusEntry,
} from "./shape.ts";
export { endorsedBadge, endorsementAddress } from "./partners.ts";
export { listAddress } from "./status.ts";
