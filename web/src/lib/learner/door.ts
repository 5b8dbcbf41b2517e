import { session } from "../session.svelte.ts";

/** Where somebody who is signed in begins: a learner at her courses, staff at the office. Nothing for everybody else. */
export function doorOf(): "/courses" | "/office" | undefined {
  if (session.me?.learner) return "/courses";
  return session.roles.some((role) => role !== "learner" && role !== "verifier")
    ? "/office"
    : undefined;
}
