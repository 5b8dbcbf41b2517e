import { verificationAddress } from "./address.ts";
import { STATUS_PURPOSES, type StatusEntry, type StatusPurpose } from "./shape.ts";

/** Entries of one list: the least that the standard asks, so that nobody can tell whose status somebody looks up. */
export const LIST_ENTRIES = 131_072;

type Numbered = { readonly id: string; readonly number: string; readonly organisationId: string };

/** Which bit of which list says how a certificate stands: the serial in its number counts through the lists of its year. */
export function placeOf(number: string): { year: string; list: number; index: number } {
  const [, year = "", serial = ""] = /^TWZ-[0-9a-f]{6}-(\d{4})-(\d{6,9})$/.exec(number) ?? [];
  if (year === "") throw new Error(`"${number}" is no number of a certificate`);
  const count = Number(serial);
  return { year, list: Math.floor(count / LIST_ENTRIES), index: count % LIST_ENTRIES };
}

/** Where the list of an organisation, a year and a purpose is reached. */
export const listAddress = (of: {
  readonly origin: string;
  readonly organisationId: string;
  readonly year: string;
  readonly purpose: StatusPurpose;
  readonly list: number;
}): string =>
  `${new URL(of.origin).origin}/o/${of.organisationId}/status/${of.year}/${of.purpose}/${of.list}`;

/** Both entries of a certificate, revocation first. Each is named by the page that tells the status to people. */
export function statusEntries(
  { id, number, organisationId }: Numbered,
  origin: string,
): readonly [StatusEntry, StatusEntry] {
  const { year, list, index } = placeOf(number);
  const entry = (purpose: StatusPurpose): StatusEntry => {
    const address = listAddress({ origin, organisationId, year, purpose, list });
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
