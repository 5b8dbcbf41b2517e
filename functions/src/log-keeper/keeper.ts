import type { LogKeeper, Signer } from "@twiza/core";
import { openWitnesses } from "@twiza/platform/witnesses";

/** The log under the address that the browser sees: its name is that address without the scheme (C2SP tlog-tiles). */
export const openKeeper = (of: {
  readonly origin: string;
  readonly signer: Signer;
  readonly witnesses: string;
}): LogKeeper => ({
  origin: `${new URL(of.origin).host}/log`,
  signer: of.signer,
  witnesses: openWitnesses(of.witnesses),
});
