import { describe, expect, it } from "vitest";
import { partOf, wholeAsPart } from "./part.ts";

const SOUND = "0123456789";
const whole = () => new Response(SOUND, { headers: { "content-type": "audio/ogg" } });
const seen = async (response: Response) => ({
  status: response.status,
  range: response.headers.get("content-range"),
  length: response.headers.get("content-length"),
  text: await response.text(),
});

describe("a part of what lies on the phone", () => {
  it.each([
    ["bytes=0-", "0-9", SOUND],
    ["bytes=3-", "3-9", "3456789"],
    ["bytes=3-5", "3-5", "345"],
    ["bytes=9-9", "9-9", "9"],
    ["bytes=8-500", "8-9", "89"],
    ["bytes=-4", "6-9", "6789"],
    ["bytes=-40", "0-9", SOUND],
  ])("%s is %s of it, and says of how much", async (range, part, text) => {
    expect(await seen(await partOf(whole(), range))).toEqual({
      status: 206,
      range: `bytes ${part}/10`,
      length: String(text.length),
      text,
    });
  });

  it("keeps its type, so that a player knows what it is", async () => {
    const part = await partOf(whole(), "bytes=3-5");
    expect(part.headers.get("content-type")).toBe("audio/ogg");
  });

  it.each(["bytes=10-", "bytes=7-3", "bytes=-0"])("%s is no part of it", async (range) => {
    expect(await seen(await partOf(whole(), range))).toEqual({
      status: 416,
      range: "bytes */10",
      length: null,
      text: "",
    });
  });

  it.each(["bytes=0-1,4-5", "bytes=", "lines=1-2"])("%s gets the whole", async (range) => {
    expect(await seen(await partOf(whole(), range))).toMatchObject({ status: 200, text: SOUND });
  });
});

describe("a whole that is still coming", () => {
  it("answers a player that asks for all from the beginning on", async () => {
    const coming = new Response(SOUND, { headers: { "content-length": "10" } });
    expect(await seen(wholeAsPart(coming))).toEqual({
      status: 206,
      range: "bytes 0-9/10",
      length: "10",
      text: SOUND,
    });
  });

  it("stays a whole where nobody said how long it is", async () => {
    expect(await seen(wholeAsPart(new Response(SOUND)))).toMatchObject({ status: 200 });
    const packed = { "content-length": "4", "content-encoding": "br" };
    const squeezed = wholeAsPart(new Response(SOUND, { headers: packed }));
    expect(squeezed.status).toBe(200);
  });
});
