import { randomBytes } from "node:crypto";
import { CertificateId } from "@twiza/contract";
import { appendToLog } from "@twiza/core";
import type { House } from "./house.ts";

const someHash = (): string => randomBytes(32).toString("base64url");

/** A certificate that nobody else has, issued in the public log, which is public when this returns. */
export async function logged(house: House) {
  const certificateId = CertificateId.parse(`crt_${randomBytes(16).toString("hex")}`);
  const forms = [someHash(), someHash(), someHash()] as const;
  const entry = { act: "issued" as const, forms, kid: someHash() };
  const [index = -1] = await appendToLog(house.server.deps, [{ certificateId, number: 0, entry }]);
  await house.server.worker.settled();
  return { certificateId, forms, index };
}
