import { expect, it } from "vitest";
import { nounsIn, withoutNouns } from "./own-stores.ts";

const DOOR = `  return {
    commit: async (writes) => write(writes),
    courses: courseStore(engine, write),
    presence: presenceStore(engine),
    audit: auditStore(engine, write),
  };`;

it("leaves out how nouns are kept that nobody asks for", () => {
  expect(withoutNouns(DOOR, new Set(["courses"]))).toBe(`  return {
    commit: async (writes) => write(writes),
    courses: courseStore(engine, write),
  };`);
});

it("refuses a noun that the door has not, and a door without any", () => {
  expect(() => withoutNouns(DOOR, new Set(["cohorts"]))).toThrow("cohorts");
  expect(() => withoutNouns("return {};", new Set())).toThrow("any noun");
});

it("finds what is asked by name, over lines, and taken apart", () => {
  const code = `import type { Store } from "../store/index.ts";
    await deps.store.courses.byId(id);
    await deps.store
      .cohorts.byId(id);
    const { people, pins: secrets } = deps.store;
    await store.commit([]);`;
  expect(nounsIn(code).sort()).toEqual(["cohorts", "courses", "people", "pins"]);
});

it.each(["const all = deps.store;", "read(deps.store)", "deps.store[noun]"])(
  "refuses a module that holds on to the store: %s",
  (code) => {
    expect(() => nounsIn(code)).toThrow("passed on");
  },
);
