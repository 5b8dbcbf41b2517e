import { loadSession, session } from "../session.svelte.ts";
import { phone } from "./shelf.ts";
import { LAST_LEARNER } from "./who.svelte.ts";

/** Where somebody who is known here begins: a learner at her courses, staff at the office. Nothing for everybody else. */
export async function doorFor(): Promise<string | undefined> {
  await loadSession();
  if (session.state === "away") return phone.read(LAST_LEARNER) ? "/courses" : undefined;
  if (session.me?.learner) return "/courses";
  const isStaff = session.roles.some((role) => role !== "learner" && role !== "verifier");
  if (isStaff) return "/office";
  return session.state === "in" ? "/learn" : undefined;
}
