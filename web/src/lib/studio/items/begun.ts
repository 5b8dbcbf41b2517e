import type { Item } from "@twiza/contract";
import { keep, kept } from "../../kept.ts";
import { completed, type ItemForm } from "./item-form.ts";

type Place = { readonly courseId: string; readonly itemId: string };
const nameOf = ({ courseId, itemId }: Place) => `copy.own.item.${courseId}.${itemId}` as const;

/** What was typed, and what stood there when it was begun: it is saved against that, so that nobody's change in between is undone. */
export type Begun = { readonly form: ItemForm; readonly seen?: Item | undefined };

/** A question that was begun here and not saved: it goes with whoever signs out. */
export function begun(place: Place): Begun | undefined {
  const text = kept(nameOf(place));
  if (text === "") return undefined;
  // Only `keepBegun` writes under this name.
  const { form, seen } = JSON.parse(text) as Begun;
  return { form: completed(form), ...(seen && { seen }) };
}
export const keepBegun = (place: Place, what: Begun): void =>
  keep(nameOf(place), JSON.stringify(what));
export const forgetBegun = (place: Place): void => keep(nameOf(place), "");
