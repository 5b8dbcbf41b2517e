import { readContact } from "./contact.ts";

/** What a person has typed of whom learners may call. */
export type ContactDraft = { name: string; phone: string; consent: boolean };
export const noContact = (): ContactDraft => ({ name: "", phone: "", consent: false });

export type AgreedContact = {
  readonly name: string;
  readonly phone: string;
  readonly consent: true;
};

/** Nothing was written: then there is nobody to call, and that is no fault. */
export const isEmpty = ({ name, phone }: ContactDraft): boolean =>
  name.trim() === "" && phone.trim() === "";

/** The number as it is kept, if it is a telephone's. */
function phoneOf(written: string): string | undefined {
  const read = readContact(written);
  return "contact" in read && read.contact.startsWith("+") ? read.contact : undefined;
}

/** The fields that the server would refuse. */
export function contactFaults(draft: ContactDraft): ReadonlySet<keyof ContactDraft> {
  const faults = new Set<keyof ContactDraft>();
  if (isEmpty(draft)) return faults;
  if (draft.name.trim() === "") faults.add("name");
  if (phoneOf(draft.phone) === undefined) faults.add("phone");
  if (!draft.consent) faults.add("consent");
  return faults;
}

/** The contact as the server takes it; nothing when none was written or something is at fault. */
export function agreedContact(draft: ContactDraft): AgreedContact | undefined {
  const phone = phoneOf(draft.phone);
  if (isEmpty(draft) || contactFaults(draft).size > 0 || phone === undefined) return undefined;
  return { name: draft.name.trim(), phone, consent: true };
}
