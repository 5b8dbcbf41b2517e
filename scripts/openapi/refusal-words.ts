import { type RefusalCode, statusOf } from "@twiza/contract";
import english from "../../packages/messages/refusal.en.json" with { type: "json" };

export type Code = RefusalCode | "internal";
const sentences: Readonly<Record<string, string>> = english;

/** What happened, and how to mend it, as the product says it. @throws Error for a code without words */
export function wordsOf(code: Code): { readonly title: string; readonly mend: string } {
  const title = sentences[code];
  const mend = sentences[`${code}.mend`];
  if (title === undefined || mend === undefined) throw new Error(`${code} has no English words`);
  return { title, mend };
}

/** A problem document as the API sends it. */
export const problemExample = (code: Code) => {
  const { title, mend } = wordsOf(code);
  return {
    type: `/docs/api#${code}`,
    title,
    status: code === "internal" ? 500 : statusOf(code),
    code,
    detail: mend,
    requestId: "6f1c1f0e-6d1b-4f57-9a3c-0f6f4b0f9d21",
    ...(code === "request.invalid" && { issues: [{ path: "name", code: "too_small" }] }),
  };
};
