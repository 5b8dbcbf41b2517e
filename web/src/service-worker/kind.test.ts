import { describe, expect, it } from "vitest";
import { kindOf } from "./kind.ts";

const origin = "https://twiza.example";
const ours = {
  origin,
  pages: ["learn", "courses", "me"],
  core: ["/_app/immutable/entry/start.js", "/200.html"],
  rest: ["/icon.svg"],
};
const asked = (path: string, { mode = "navigate", method = "GET" } = {}) =>
  kindOf({ url: new URL(path, origin).href, mode: mode as RequestMode, method }, ours);

describe("the worker", () => {
  it.each(["/learn", "/learn?lang=fr", "/learn/crs_1/les_2", "/courses/", "/me"])(
    "draws %s from the shell",
    (path) => expect(asked(path)).toBe("page"),
  );

  it.each(["/", "/verify/crt_1", "/office", "/office/people", "/learning", "/nowhere"])(
    "leaves %s to the network, and says so when there is none",
    (path) => expect(asked(path)).toBe("elsewhere"),
  );

  it.each([
    "/api/me",
    "/auth/sign-in?returnTo=/me",
    "/oidc/auth",
    "/interaction/1",
    "/docs/api",
    "/dev/outbox",
  ])("never touches %s, as a page or as anything else", (path) => {
    expect(asked(path)).toBe("untouched");
    expect(asked(path, { mode: "cors" })).toBe("untouched");
  });

  it("never touches what changes something, nor what is not ours", () => {
    expect(asked("/auth/sign-out", { method: "POST" })).toBe("untouched");
    expect(asked("/learn", { method: "POST" })).toBe("untouched");
    expect(asked("https://other.example/content/1")).toBe("untouched");
    expect(asked("http://twiza.example/learn")).toBe("untouched");
  });

  it("answers for pieces of courses and files of every version", () => {
    expect(asked("/content/abc", { mode: "no-cors" })).toBe("blob");
    expect(asked("/_app/immutable/chunks/older.js", { mode: "cors" })).toBe("file");
    expect(asked("/icon.svg", { mode: "no-cors" })).toBe("file");
    expect(asked("/_app/version.json", { mode: "cors" })).toBe("untouched");
    expect(asked("/service-worker.js", { mode: "same-origin" })).toBe("untouched");
  });
});
