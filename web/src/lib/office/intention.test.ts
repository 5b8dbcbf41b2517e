import { expect, it } from "vitest";
import { intention } from "./intention.ts";

function counted() {
  let made = 0;
  return () => `intent-${++made}`;
}

it("two tries with the same content are one wish", () => {
  const intentFor = intention(counted());
  expect(intentFor({ name: "a" })).toBe("intent-1");
  expect(intentFor({ name: "a" })).toBe("intent-1");
});

it("content changed after a try is another wish, and going back to the first a third", () => {
  const intentFor = intention(counted());
  intentFor({ name: "a" });
  expect(intentFor({ name: "b" })).toBe("intent-2");
  expect(intentFor({ name: "b" })).toBe("intent-2");
  expect(intentFor({ name: "a" })).toBe("intent-3");
});
