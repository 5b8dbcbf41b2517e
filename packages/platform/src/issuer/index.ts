export { CODE_LIMITS, type CodeLimits } from "./code.ts";
export { parseContact } from "./contact.ts";
export { createKeys, loadOrCreateKeys, type IssuerKeys } from "./keys.ts";
export { openIssuer, type IssuerSettings } from "./open-issuer.ts";
