import { keep, kept } from "../../kept.ts";
import type { ItemForm } from "./item-form.ts";

type Place = { readonly courseId: string; readonly itemId: string };
const nameOf = ({ courseId, itemId }: Place) => `copy.own.item.${courseId}.${itemId}` as const;

/** A question that was begun here and not saved: it goes with whoever signs out. */
export function begun(place: Place): ItemForm | undefined {
  const text = kept(nameOf(place));
  // Only `keepBegun` writes under this name.
  return text === "" ? undefined : (JSON.parse(text) as ItemForm);
}
export const keepBegun = (place: Place, form: ItemForm): void =>
  keep(nameOf(place), JSON.stringify(form));
export const forgetBegun = (place: Place): void => keep(nameOf(place), "");
