import { describe, expect, it } from "vitest";
import { roomOf } from "./room.ts";

describe("the room of a path", () => {
  it.each([
    ["/learn/crs_1/les_1", "lesson"],
    ["/learn/crs_1/quiz", "learner"],
    ["/learn/crs_1/quiz/", "learner"],
    ["/learn/crs_1/quiz-of-old", "lesson"],
    ["/learn/crs_1", "learner"],
    ["/learn/crs_1/", "learner"],
    ["/learn", "learner"],
    ["/help", "learner"],
    ["/officer", "learner"],
    ["/office", "office"],
    ["/office/people", "office"],
    ["/dev/components", "office"],
  ])("%s speaks the sentences of the %s", (path, room) => {
    expect(roomOf(path)).toBe(room);
  });
});
