import { LANGUAGES } from "@twiza/contract/where";
import { messages } from "@twiza/messages/sign-in";
import { describe, expect, test } from "vitest";
import type { DemoPerson } from "./pages.ts";
import { devRoutes } from "./routes.ts";

const people: DemoPerson[] = [
  { id: "fatima", name: "فاطمة الزهراء", role: "learner", language: "ar" },
  { id: "yto", name: "<b>Itto</b>", role: "trainer", language: "zgh" },
];
const sent = [
  {
    to: "+212612345678",
    subject: "2",
    text: "<script>alert(1)</script>",
    sentAt: "2026-03-01T08:00:01.000Z",
  },
  { to: "a@example.ma", subject: "1", text: "old", sentAt: "2026-03-01T08:00:00.000Z" },
];
const app = devRoutes({
  origin: "http://localhost:3000",
  outbox: { list: async () => sent },
  people,
  signInAs: async ({ id }) => ({ cookie: `as-${id}`, maxAgeSeconds: 60, hasLearner: false }),
});
const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request("/dev/sign-in", { method: "POST", body: new URLSearchParams(form), headers });

describe("a machine of one's own", () => {
  test.each(LANGUAGES)(
    "shows what was not sent, as text and in the order given: %s",
    async (language) => {
      const text = await (await app.request(`/dev/outbox?lang=${language}`)).text();
      expect(text).toContain(messages[language]["dev.outbox.title"]());
      expect(text).toContain("&lt;script&gt;");
      expect(text).not.toContain("<script");
      expect(text.indexOf("+212612345678")).toBeLessThan(text.indexOf("a@example.ma"));
    },
  );

  test("offers each demo person with role and language", async () => {
    const text = await (await app.request("/dev/sign-in?lang=fr")).text();
    expect(text).toContain('value="fatima"');
    expect(text).toContain("&lt;b&gt;Itto&lt;/b&gt;");
    expect(text).toContain(messages.fr["role.trainer"]());
  });

  test("lets one in as a listed person by one tap, and as nobody else", async () => {
    const entered = await post({ person: "yto", returnTo: "/courses" });
    expect(entered.headers.getSetCookie()[0]).toMatch(
      /^twiza=as-yto; Max-Age=60; Path=\/; HttpOnly/,
    );
    expect(entered.headers.get("location")).toBe("/courses");
    const unknown = await post({ person: "admin" });
    expect(unknown.headers.getSetCookie()).toEqual([]);
  });

  test("leads to no other site, and takes no order from one", async () => {
    const astray = await post({ person: "yto", returnTo: "//evil.example" });
    expect(astray.headers.get("location")).toBe("/");
    const ordered = await post({ person: "yto" }, { "sec-fetch-site": "cross-site" });
    expect(ordered.status).toBe(403);
    expect(ordered.headers.getSetCookie()).toEqual([]);
  });
});
