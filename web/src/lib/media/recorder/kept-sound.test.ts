import { expect, it } from "vitest";
import { clock } from "./clock.ts";
import { soundOf } from "./kept-sound.ts";

const piece = (byte: number, seconds: number) => ({
  recording: "one",
  bytes: Uint8Array.of(byte, byte).buffer,
  type: "audio/webm;codecs=opus",
  seconds,
  at: `2026-03-01T00:00:0${byte}.000Z`,
});

it("pieces are one recording in their order, as long as all of them and kept when the last was", async () => {
  const sound = soundOf([piece(1, 1), piece(2, 2.4)]);
  expect(sound).toMatchObject({ seconds: 2.4, at: "2026-03-01T00:00:02.000Z" });
  expect(sound?.blob.type).toBe("audio/webm");
  expect([...new Uint8Array((await sound?.blob.arrayBuffer()) ?? [])]).toEqual([1, 1, 2, 2]);
  expect(soundOf([])).toBeUndefined();
});

it.each([
  [0, "0:00"],
  [9.9, "0:09"],
  [65, "1:05"],
  [600, "10:00"],
])("%d seconds are %s", (seconds, shown) => {
  expect(clock(seconds)).toBe(shown);
});
