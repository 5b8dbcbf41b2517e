import type { DraftChecklist } from "@twiza/contract";
import { away } from "../away.ts";

/** Checklists of crafts that anybody may start from. @throws Problem `offline` */
export async function templates(): Promise<readonly DraftChecklist[]> {
  const { default: all } = await import("./templates.json").catch(away);
  // Written from `packages/content/checklists`, and held to it by a test.
  return all as unknown as readonly DraftChecklist[];
}
