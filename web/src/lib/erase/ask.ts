import { erasureAddresses } from "@twiza/contract/erasure-addresses";
import { addAddresses, call } from "../api.ts";
import { also, t } from "../i18n.svelte.ts";
import { isProblem } from "../problem.ts";
import { readProfiles } from "../profiles/phone.ts";
import { session } from "../session.svelte.ts";
import { toasts } from "../toasts.svelte.ts";
import { ERASE } from "./volume.ts";
import { wipe } from "./wipe.ts";

/**
 * Whether somebody whom this phone knows, and may not act for any more, was erased: then nothing of her is left here either, and it is
 * said. Where the server cannot be asked all stays as it is.
 */
export async function ask(): Promise<void> {
  addAddresses(erasureAddresses);
  const present = session.me?.learners ?? [];
  const absent = readProfiles().filter(({ id }) => present.every((each) => each.id !== id));
  for (const { id, name } of absent) {
    if (!(await isErased(id))) continue;
    await wipe(id);
    await also(ERASE);
    toasts.say(t("erase.heard", { name }));
  }
}

async function isErased(learnerId: string): Promise<boolean> {
  try {
    return (await call("readErased", { params: { learnerId } })).at !== undefined;
  } catch (error) {
    if (isProblem(error)) return false;
    throw error;
  }
}
