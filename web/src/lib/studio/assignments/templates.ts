import type { DraftAssignment } from "@twiza/contract";
import { away } from "../away.ts";

/** Assignments of crafts that anybody may start from. @throws Problem `offline` */
export async function templates(): Promise<readonly DraftAssignment[]> {
  const { default: all } = await import("./templates.json").catch(away);
  // Written from `packages/content/assignments`, and held to it by a test.
  return all as unknown as readonly DraftAssignment[];
}
