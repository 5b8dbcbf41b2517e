import { found } from "@twiza/core";
import { cookieBrowser } from "@twiza/platform/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse } from "../house/house.ts";
import { signUp } from "../house/sign-up.ts";
import { someCode } from "../house/ways-in.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

type Line = Readonly<Record<string, unknown>>;
/** What was logged since `begin`, each line read as JSON. */
const linesSince = (begin: number): readonly Line[] =>
  house.lines.slice(begin).map((line) => JSON.parse(line) as Line);

describe("one line is left of each request", () => {
  it.each([
    { path: "/api/catalogue?lang=fr", status: 200 },
    { path: "/api/me", status: 401 },
    { path: "/api/nowhere", status: 404 },
    { path: "/health", status: 200 },
  ])(
    "of $path: when, what, how it ended, and the number that its reply carries",
    async ({ path, status }) => {
      const begin = house.lines.length;
      const reply = await house.anyone.fetch(path);
      expect(reply.status).toBe(status);
      const requestId = reply.headers.get("x-request-id");
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(linesSince(begin).filter(({ event }) => event === "request")).toEqual([
        {
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown,
          level: "info",
          event: "request",
          requestId,
          method: "GET",
          path: path.split("?")[0],
          status,
          milliseconds: expect.any(Number) as unknown,
        },
      ]);
    },
  );
});

it("no line tells who somebody is or how she comes in", async () => {
  const begin = house.lines.length;
  const contact = "itto.ouhssain@example.org";
  const browser = cookieBrowser("fr");
  const itto = await signUp(house, { contact, language: "fr", browser });
  const { text } = found((await house.outbox())[0]);
  const name = "Itto Ouhssain";
  const { learnerId } = await itto.do("createLearner", { body: { intentId: newIntent(), name } });
  await itto.do("chooseLearner", { body: { learnerId } });
  const { code, codeHash } = someCode("card");
  await itto.do("createCard", { body: { intentId: newIntent(), codeHash } });
  await house.anyone.do("redeemCard", { body: { intentId: newIntent(), code } });
  const asked = await itto.fetch(`/api/me?contact=${contact}&name=${encodeURIComponent(name)}`);
  expect(asked.status).toBe(400);

  const lines = house.lines.slice(begin);
  expect(lines.length).toBeGreaterThan(5);
  // One of its cookies only says that there is a session.
  const secrets = [...browser.cookies()].map(([, value]) => value).filter((each) => each !== "1");
  expect(secrets.length).toBeGreaterThan(0);
  const known = [contact, "ouhssain", /\d{6,8}/.exec(text)?.[0] ?? "", code, codeHash, ...secrets];
  expect(known.filter((each) => each.length < 6)).toEqual([]);
  const told = lines.join("\n").toLowerCase();
  expect(known.filter((each) => told.includes(each.toLowerCase()))).toEqual([]);
});

it("whoever asks after its health is told that it is well, by the whole server", async () => {
  const reply = await house.anyone.fetch("/health");
  expect(reply.status).toBe(200);
  expect(await reply.json()).toEqual({ status: "ok" });
});
