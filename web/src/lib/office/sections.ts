import { allowed } from "@twiza/contract/allowed";
import type { OperationName, Role } from "@twiza/contract/where";

/** The rooms of the office. One is shown to those who may call what it lists: the contract's own table decides. */
export const SECTIONS = [
  { href: "/office/courses", icon: "book", key: "office.courses", needs: "listCourses" },
  { href: "/office/library", icon: "table", key: "office.library", needs: "listMedia" },
  { href: "/office/bank", icon: "help", key: "office.bank", needs: "listBank" },
  { href: "/office/for-you", icon: "voice", key: "office.forYou", needs: "listNotices" },
  { href: "/office/cohorts", icon: "group", key: "office.cohorts", needs: "listCohorts" },
  { href: "/office/flags", icon: "wait", key: "office.flags", needs: "listFlags" },
  { href: "/office/people", icon: "people", key: "office.people", needs: "listMembers" },
  {
    href: "/office/organisations",
    icon: "building",
    key: "office.organisations",
    needs: "listOrganisations",
  },
  {
    href: "/office/competencies",
    icon: "check",
    key: "office.competencies",
    needs: "listFrameworks",
  },
  { href: "/office/languages", icon: "globe", key: "office.languages", needs: "addLanguage" },
  {
    href: "/office/certificates",
    icon: "award",
    key: "office.certificates",
    needs: "listProposals",
  },
  { href: "/office/designs", icon: "example", key: "office.designs", needs: "listDesigns" },
  { href: "/office/marks", icon: "note", key: "office.marks", needs: "readMarks" },
  { href: "/office/audit", icon: "list", key: "office.audit", needs: "listAudit" },
] as const;
export type Section = (typeof SECTIONS)[number];

/** Whether one of these roles opens that operation. What she may do with one thing, only the server knows. */
export function mayCall(roles: readonly Role[], name: OperationName): boolean {
  const allow = allowed[name];
  return !allow || roles.some((role) => allow.includes(role));
}

/** The rooms that these roles open, in the order of the navigation. */
export const sectionsFor = (roles: readonly Role[]): readonly Section[] =>
  SECTIONS.filter(({ needs }) => mayCall(roles, needs));
