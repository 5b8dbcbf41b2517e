import { also } from "../../i18n.svelte.ts";
import { away } from "../away.ts";
import { ASSIGNMENTS } from "./volume.ts";

/** What assignments are written with, and its words. @throws Problem `offline` */
export async function bringAssignments() {
  const [{ default: AssignmentsDesk }] = await Promise.all([
    import("./AssignmentsDesk.svelte"),
    also(ASSIGNMENTS),
  ]).catch(away);
  return AssignmentsDesk;
}
