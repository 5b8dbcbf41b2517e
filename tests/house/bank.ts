import { Item, type Localized } from "@twiza/contract";
import { newIntent } from "./house.ts";

export const newItemId = (): string => `itm_${newIntent().replaceAll("-", "")}`;

/** A question with two answers that nobody has asked yet. */
export const plainItem = (prompt: string | Localized, over: object = {}): Item =>
  Item.parse({
    id: newItemId(),
    question: "choice",
    prompt: typeof prompt === "string" ? { fr: prompt } : prompt,
    options: [
      { id: "a", text: { fr: "Oui" }, right: true },
      { id: "b", text: { fr: "Non" }, right: false },
    ],
    ...over,
  });
