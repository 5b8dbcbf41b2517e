import type { PublicCertificate } from "@twiza/contract";

/** Certificates that count before those that do not; otherwise as they come, which is newest first. */
export const countingFirst = <C extends Pick<PublicCertificate, "state">>(all: readonly C[]): C[] =>
  all.toSorted((one, other) => Number(other.state === "valid") - Number(one.state === "valid"));
