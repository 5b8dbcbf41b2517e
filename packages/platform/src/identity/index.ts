export {
  openIdentity,
  type Identity,
  type IdentitySettings,
  type SignedIn,
} from "./open-identity.ts";
export { safeReturnTo } from "./return-to.ts";
