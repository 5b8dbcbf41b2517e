import type { CourseLine } from "@twiza/contract";
import { call, session } from "#lib";
import { everyPage } from "./every-page.ts";
import { mayCall } from "./sections.ts";

export type Trainer = { readonly id: string; readonly name: string; readonly contact: string };
/** What the form of a new group chooses from: courses that are live, people who train. */
export type CohortChoices = {
  readonly courses: readonly CourseLine[];
  readonly trainers: readonly Trainer[];
};

/** @throws Problem when either list cannot be read */
export async function readChoices(): Promise<CohortChoices> {
  const [courses, trainers] = await Promise.all([liveCourses(), trainersHere()]);
  return { courses, trainers };
}

async function liveCourses(): Promise<readonly CourseLine[]> {
  const courses = await everyPage(async (after) => {
    const { courses: rows, next } = await call("listCourses", { query: { after } });
    return { rows, next };
  });
  return courses.filter(({ version }) => version !== undefined);
}

/** A trainer who may not see the list of members opens her groups for herself. */
async function trainersHere(): Promise<readonly Trainer[]> {
  const me = session.me?.account;
  if (!mayCall(session.roles, "listMembers")) {
    const { id, name, contact = "" } = me ?? {};
    return id ? [{ id, name: name ?? contact, contact }] : [];
  }
  const members = await everyPage(async (after) => {
    const { members: rows, next } = await call("listMembers", { query: { after } });
    return { rows, next };
  });
  return members
    .filter(({ roles }) => roles.includes("trainer"))
    .map(({ accountId, name, contact }) => ({ id: accountId, name, contact }));
}
