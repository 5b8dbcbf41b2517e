import type { Need } from "@twiza/contract/need";
import type { Localized } from "@twiza/contract/where";
import { inLanguage, type Language } from "@twiza/contract/where";
import { REACH } from "./volume.ts";

type About = { readonly name: string; readonly courseTitle: Localized; readonly need: Need };

/** What one may write to somebody, in the language that she reads. */
export async function letterFor(
  { name, courseTitle, need }: About,
  language: Language,
): Promise<string> {
  const { messages } = await REACH[language]();
  const { text: course } = inLanguage(courseTitle, language, language);
  return messages[`reach.letter.${need}`]?.({ name, course }) ?? "";
}

/** Where a message goes with one tap. Its words travel in the address, to the phone's own programs and nowhere else. */
export type Way = { readonly way: "whatsapp" | "sms" | "call" | "mail"; readonly href: string };

/** The ways to reach somebody at a number or an address. */
export function waysTo(contact: string, words: string): readonly Way[] {
  const said = encodeURIComponent(words);
  if (contact.includes("@"))
    return [{ way: "mail", href: `mailto:${encodeURIComponent(contact)}?body=${said}` }];
  return [
    { way: "whatsapp", href: `https://wa.me/${contact.replace("+", "")}?text=${said}` },
    { way: "sms", href: `sms:${contact}?body=${said}` },
    { way: "call", href: `tel:${contact}` },
  ];
}
