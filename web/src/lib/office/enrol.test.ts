import { expect, it } from "vitest";
import { Problem } from "../problem.ts";
import { enrolPart, partSize } from "./enrol.ts";

const person = (name: string) => ({ name, contact: `${name}@coop.ma` });
const three = [person("a"), person("b"), person("c")];

/** A group with `places` left, that enrols one after the other until it is full, as the server does. */
function group(places: number) {
  const inside = new Set<string>();
  const intents: string[] = [];
  return {
    intents,
    ask: async (people: readonly { contact: string }[], intentId: string) => {
      intents.push(intentId);
      return people.map(({ contact }): "enrolled" | "already" => {
        if (inside.has(contact)) return "already";
        if (inside.size >= places) throw new Problem({ code: "cohort.full", title: "full" });
        inside.add(contact);
        return "enrolled";
      });
    },
  };
}

it("everybody's result is her own when there is room for all", async () => {
  const outcomes = await enrolPart(three, group(3).ask);
  expect(outcomes.map(({ result }) => result)).toEqual(["enrolled", "enrolled", "enrolled"]);
});

it("a group that fills up half-way says who is in and who is not", async () => {
  const outcomes = await enrolPart(three, group(2).ask);
  expect(outcomes.map(({ person: { name }, result }) => [name, result])).toEqual([
    ["a", "already"],
    ["b", "already"],
    ["c", "refused"],
  ]);
});

it("no intent is sent with two contents", async () => {
  const full = group(0);
  await enrolPart(three, full.ask, "first");
  expect(full.intents[0]).toBe("first");
  expect(new Set(full.intents).size).toBe(full.intents.length);
});

it("a list longer than the places left goes one by one, so that each result is told as it was", () => {
  expect(partSize(20, 20)).toBe(20);
  expect(partSize(21, 20)).toBe(1);
});

it("a dead network is nobody's refusal", async () => {
  const offline = new Problem({ code: "offline", title: "offline" });
  await expect(enrolPart(three, () => Promise.reject(offline))).rejects.toBe(offline);
});
