import { expect, it } from "vitest";
import { oggSeconds } from "./ogg.ts";
import { oggRecording } from "./testing/ogg-recording.ts";

it("a recording lasts as long as its last page says, without the part that the decoder skips", () => {
  expect(oggSeconds(oggRecording(480_312n))).toBe(10);
  expect(oggSeconds(oggRecording(480_313n))).toBe(11);
});

it("what is no recording has no length", () => {
  expect(() => oggSeconds(new TextEncoder().encode("<svg/>"))).toThrow("not an Ogg Opus recording");
});
