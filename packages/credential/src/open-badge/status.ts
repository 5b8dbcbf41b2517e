import { STATUS_PURPOSES, type StatusPurpose, statusPlace } from "@twiza/contract/status-place";
import { verificationAddress } from "./address.ts";
import type { StatusEntry } from "./shape.ts";

type Numbered = { readonly id: string; readonly number: string; readonly organisationId: string };

/** Where the list of an organisation, a year and a purpose is reached. */
export const listAddress = (of: {
  readonly origin: string;
  readonly organisationId: string;
  readonly year: number;
  readonly purpose: StatusPurpose;
  readonly part: number;
}): string =>
  `${new URL(of.origin).origin}/o/${of.organisationId}/status/${of.year}/${of.purpose}/${of.part}`;

/** Both entries of a certificate, revocation first. Each is named by the page that tells the status to people. */
export function statusEntries(
  { id, number, organisationId }: Numbered,
  origin: string,
): readonly [StatusEntry, StatusEntry] {
  const { year, part, index } = statusPlace(number);
  const entry = (purpose: StatusPurpose): StatusEntry => {
    const address = listAddress({ origin, organisationId, year, purpose, part });
    return {
      id: `${verificationAddress(origin, id)}#${purpose}`,
      type: "BitstringStatusListEntry",
      statusPurpose: purpose,
      statusListIndex: `${index}`,
      statusListCredential: address,
    };
  };
  return [entry(STATUS_PURPOSES[0]), entry(STATUS_PURPOSES[1])];
}
