import type { Verify } from "@twiza/log";

/** Ed25519 by the platform. A key that is no point on the curve proves nothing. */
export const verifyEd25519: Verify = async (point, signature, message) => {
  try {
    const key = await crypto.subtle.importKey("raw", point, "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", key, signature, message);
  } catch {
    return false;
  }
};
