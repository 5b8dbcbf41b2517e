import { STATUS_LIST_LENGTH, type StatusPurpose } from "@twiza/contract/status-place";
import { CONTEXTS } from "../open-badge/shape.ts";
import { encodeList } from "./encode.ts";

/** A list before it is signed. */
export type StatusList = {
  readonly "@context": readonly [string];
  /** Its address. */
  readonly id: string;
  readonly type: readonly ["VerifiableCredential", "BitstringStatusListCredential"];
  readonly issuer: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly credentialSubject: {
    readonly id: string;
    readonly type: "BitstringStatusList";
    readonly statusPurpose: StatusPurpose;
    readonly encodedList: string;
    /** Milliseconds after which somebody who keeps it should ask again. */
    readonly ttl: number;
  };
};

/** The list of an issuer, a year and a purpose at a moment; it says nothing after `validUntil`. */
export async function statusListCredential(of: {
  readonly address: string;
  readonly issuer: string;
  readonly purpose: StatusPurpose;
  /** The entries that are set. */
  readonly set: Iterable<number>;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly ttl: number;
}): Promise<StatusList> {
  const { address, issuer, purpose, set, validFrom, validUntil, ttl } = of;
  return {
    "@context": [CONTEXTS[0]],
    id: address,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer,
    validFrom,
    validUntil,
    credentialSubject: {
      id: `${address}#list`,
      type: "BitstringStatusList",
      statusPurpose: purpose,
      encodedList: await encodeList({ entries: STATUS_LIST_LENGTH, set }),
      ttl,
    },
  };
}
