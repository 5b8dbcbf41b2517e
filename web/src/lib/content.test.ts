import { afterEach, describe, expect, test, vi } from "vitest";
import { readLesson } from "./content.ts";
import { Problem } from "./problem.ts";

const NAME = "0".repeat(64);
const LESSON = { title: "Le sel" };
const asked = (reply: () => Promise<Response>) => vi.stubGlobal("fetch", reply);
const cutShort = () => Promise.resolve(new Response('{"title":"Le s'));
const whole = () => Promise.resolve(Response.json(LESSON));

describe("a lesson", () => {
  afterEach(() => void vi.unstubAllGlobals());

  test("is what its file says", async () => {
    asked(whole);
    expect(await readLesson(NAME)).toEqual(LESSON);
  });

  test.each([
    ["that is cut short on its way cannot be read", cutShort, "unreadable"],
    [
      "that is nowhere is not found",
      () => Promise.resolve(new Response("", { status: 404 })),
      "not_found",
    ],
    ["that no network brings is told so", () => Promise.reject(new TypeError("failed")), "offline"],
  ])("%s", async (_, reply, code) => {
    asked(reply);
    const why = await readLesson(NAME).catch((error: unknown) => error);
    expect(why).toBeInstanceOf(Problem);
    expect(why).toMatchObject({ code });
  });

  test("that was asked for ahead in vain is asked for again", async () => {
    vi.stubGlobal("asked", () => Promise.reject(new TypeError("failed")));
    asked(whole);
    expect(await readLesson(NAME)).toEqual(LESSON);
  });
});
