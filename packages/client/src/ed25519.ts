/** A module of its own, so that only a browser that cannot prove signatures itself fetches it. */
export { verifyAsync } from "@noble/ed25519";
