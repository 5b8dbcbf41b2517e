import { ROLES } from "@twiza/contract";
import {
  type Action,
  ACTIONS,
  type Condition,
  CONDITIONS,
  may,
  type Permissions,
  PERMISSIONS,
} from "@twiza/core";
import { expect, it } from "vitest";
import { ALL_TIES, CASES } from "./authorisation-cases.ts";
import { oracleAllows } from "./cedar.ts";

const CHOICES: readonly (Condition | undefined)[] = [
  ...Object.keys(CONDITIONS).filter((name): name is Condition => name in CONDITIONS),
  undefined,
];

/** The table with one cell changed. */
function withCell(
  role: (typeof ROLES)[number],
  action: Action,
  condition: Condition | undefined,
): Permissions {
  const { [action]: _, ...row } = PERMISSIONS[role];
  return { ...PERMISSIONS, [role]: condition ? { ...row, [action]: condition } : row };
}

const MUTANTS = ROLES.flatMap((role) =>
  ACTIONS.flatMap((action) =>
    CHOICES.filter((choice) => choice !== PERMISSIONS[role][action]).map((choice) => ({
      name: `${role} ${action}: ${PERMISSIONS[role][action] ?? "none"} → ${choice ?? "none"}`,
      table: withCell(role, action, choice),
    })),
  ),
);

it("every condition means something else than every other", () => {
  const meanings = Object.values(CONDITIONS).map((holds) => ALL_TIES.map(holds).join());
  expect(new Set(meanings).size).toBe(meanings.length);
});

/** A cell speaks of one role: people who hold one are enough to notice it. */
const OF_ONE_ROLE = CASES.filter(({ principal }) => principal.roles.length === 1);

it("a change of any single cell of the table is noticed by the policies", () => {
  const expected = OF_ONE_ROLE.map((each) => ({ ...each, allowed: oracleAllows(each) }));
  const differs = (table: Permissions) =>
    expected.some(
      ({ principal, action, subject, allowed }) =>
        may(principal, action, subject, table) !== allowed,
    );
  expect(differs(PERMISSIONS)).toBe(false);
  const survivors = MUTANTS.filter(({ table }) => !differs(table));
  console.log(
    `mutation: ${ROLES.length * ACTIONS.length} cells, ${MUTANTS.length} changes, ` +
      `${MUTANTS.length - survivors.length} noticed`,
  );
  expect(survivors.map(({ name }) => name)).toEqual([]);
  expect(MUTANTS.length).toBe(ROLES.length * ACTIONS.length * (CHOICES.length - 1));
});
