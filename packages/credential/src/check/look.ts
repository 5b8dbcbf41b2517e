import type { Form, Outcome } from "./outcome.ts";

/** What people call the kinds of files, in no language. */
export const FORM_NAMES: Readonly<Record<Form, string>> = {
  paper: "QR",
  jwt: "VC-JWT",
  json: "JSON-LD",
  pdf: "PDF",
  png: "PNG",
  svg: "SVG",
};

/** What a check comes to, as it is shown: each has its own words, sign and colour. */
export const LOOKS = [
  "valid",
  "apart",
  "half",
  "suspended",
  "expired",
  "revoked",
  "unknown",
  "wrong",
  "unread",
] as const;
export type Look = (typeof LOOKS)[number];

/** Genuine, but not all was looked at, is another thing than nothing known; what cannot be read is no forgery. */
export function lookOf({ verdict, isGenuine, steps }: Outcome): Look {
  if (verdict === "unknown" && isGenuine) return "half";
  const isUnread = steps.some(({ step, state }) => step === "form" && state === "failed");
  return isUnread ? "unread" : verdict;
}

/**
 * The finding that decides it: the first that failed, else the first that could not be looked at. A key that is not known says less than
 * why it is not.
 */
export function decidingIn({ steps, partners = [] }: Outcome) {
  const all = [...steps, ...partners.flatMap((partner) => partner.steps)];
  return (
    all.find(({ state }) => state === "failed") ??
    all.find(({ state, finding }) => state === "unknown" && finding !== "signature.no_key")
  );
}
