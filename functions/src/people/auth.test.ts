import { serve, type ServerType } from "@hono/node-server";
import { Refused, type Message } from "@twiza/core";
import { openIdentity, type Identity } from "@twiza/platform/identity";
import { createKeys, openIssuer } from "@twiza/platform/issuer";
import { cookieBrowser, locationOf, memoryRecords } from "@twiza/platform/testing";
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { authRoutes, type AuthDeps } from "./auth.ts";

const clock = { now: () => new Date() };

/** The issuer, the routes and a list of open sessions in one process, walked by a browser. */
describe("signing in and out", () => {
  let server: ServerType;
  let origin: string;
  let identity: Identity;
  const messages: Message[] = [];
  const sessions = new Map<string, Parameters<AuthDeps["signIn"]>[0]>();
  let opened = 0;
  let learns = false;

  const depsWith = (over: Partial<AuthDeps> = {}): AuthDeps => ({
    identity,
    origin,
    signIn: async (proof) => {
      const cookie = `session-${++opened}`;
      sessions.set(cookie, proof);
      // Whom the former session held, the real one carries along; here it only ends.
      if (proof.former !== undefined) sessions.delete(proof.former);
      return { cookie, maxAgeSeconds: 7_776_000, hasLearner: learns };
    },
    signOut: async (cookie) => {
      sessions.delete(cookie);
    },
    ...over,
  });

  beforeAll(async () => {
    const root = new Hono();
    server = serve({ fetch: root.fetch, port: 0, hostname: "127.0.0.1" });
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    origin = `http://127.0.0.1:${address.port}`;
    const redirectUri = `${origin}/auth/callback`;
    const records = memoryRecords(clock);
    const issuer = openIssuer({
      origin,
      records,
      clock,
      keys: await createKeys(),
      client: { id: "twiza", redirectUri },
      messenger: {
        send: async (message) => {
          messages.push(message);
        },
      },
    });
    const { issuerUrl } = issuer;
    identity = openIdentity({
      issuerUrl,
      clientId: "twiza",
      redirectUri,
      records,
      clock,
      allowInsecure: true,
    });
    root.route("/oidc", issuer.app);
    root.route("/", authRoutes(depsWith()));
  });
  afterAll(() => {
    server.close();
  });
  let number = 0;
  let contact: string;
  beforeEach(() => {
    contact = `+2126100000${String(++number).padStart(2, "0")}`;
  });

  /** Everything but the last step: the address of our callback. */
  async function toCallback(browser: ReturnType<typeof cookieBrowser>, query = "") {
    const begun = await browser.get(`${origin}/auth/sign-in${query}`);
    const page = locationOf(await browser.get(locationOf(begun)));
    await browser.post(`${page}/contact`, { contact });
    const code = /\d{6}/.exec(messages.at(-1)?.subject ?? "")?.[0] ?? "";
    const right = await browser.post(`${page}/code`, { code });
    return locationOf(await browser.get(locationOf(right)));
  }

  test("opens a session and goes back where the person was", async () => {
    const browser = cookieBrowser("fr");
    const callback = await toCallback(browser, "?returnTo=/courses/a%3Fb=c&lang=fr");
    const back = await browser.get(callback);
    expect(back.status).toBe(303);
    expect(locationOf(back)).toBe(`${origin}/courses/a?b=c`);
    const line = back.headers.getSetCookie().find((cookie) => cookie.startsWith("twiza="));
    expect(line).toMatch(/; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/);
    // What a script may read tells that somebody is in, and nothing else.
    expect(back.headers.getSetCookie()).toContain(
      "twiza-here=1; Max-Age=7776000; Path=/; SameSite=Lax",
    );
    const [, cookie = ""] = /^twiza=([^;]*)/.exec(line ?? "") ?? [];
    expect(sessions.get(cookie)).toMatchObject({ contact, language: "fr" });
    expect([...browser.cookies().keys()]).not.toContain("twiza-signin /");
  });

  test("tells pages that a learner is in, where one is", async () => {
    learns = true;
    const browser = cookieBrowser("fr");
    await browser.get(await toCallback(browser));
    learns = false;
    expect(browser.cookies().get("twiza-here /")).toBe("lrn_");
  });

  test("ends the session at once, and asks again at the next sign-in", async () => {
    const browser = cookieBrowser("fr");
    await browser.get(await toCallback(browser));
    const cookie = browser.cookies().get("twiza /") ?? "";
    expect(sessions.has(cookie)).toBe(true);
    const out = await browser.post(`${origin}/auth/sign-out`, {});
    expect(locationOf(out)).toBe(`${origin}/`);
    expect(sessions.has(cookie)).toBe(false);
    expect(browser.cookies().has("twiza /")).toBe(false);
    expect(browser.cookies().has("twiza-here /")).toBe(false);
    const begun = await browser.get(`${origin}/auth/sign-in`);
    expect(locationOf(await browser.get(locationOf(begun)))).toContain("/oidc/interaction/");
  });

  test("ends the session of whoever was signed in on this phone before", async () => {
    const browser = cookieBrowser("fr");
    await browser.get(await toCallback(browser));
    const first = browser.cookies().get("twiza /") ?? "";
    contact = contact.replace("+2126100", "+2126200");
    await browser.get(await toCallback(browser));
    const second = browser.cookies().get("twiza /") ?? "";
    expect(sessions.has(first)).toBe(false);
    expect(sessions.get(second)).toMatchObject({ contact });
  });

  test("is finished only by the browser that began it", async () => {
    const callback = await toCallback(cookieBrowser("fr"));
    const stranger = cookieBrowser("en");
    expect((await stranger.get(callback)).status).toBe(400);
    await stranger.get(`${origin}/auth/sign-in`);
    const forged = await stranger.get(callback);
    expect(forged.status).toBe(403);
    expect(forged.headers.get("content-security-policy")).toContain("default-src 'none'");
    const text = await forged.text();
    expect(text).toContain('lang="en"');
    expect(text).toContain('href="/auth/sign-in?lang=en"');
    expect(stranger.cookies().has("twiza /")).toBe(false);
  });

  test.each(["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:1"])(
    "never leads to another site: %s",
    async (returnTo) => {
      const answer = await cookieBrowser("ar").get(
        `${origin}/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`,
      );
      expect(answer.status).toBe(400);
      expect(answer.headers.get("location")).toBeNull();
      expect(await answer.text()).toContain('dir="rtl"');
    },
  );

  test("binds its cookies to the host under TLS", async () => {
    const app = authRoutes(depsWith({ origin: "https://twiza.example" }));
    const answer = await app.request("/auth/sign-in");
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-twiza-signin=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  test("shows a page with a way on for a refusal and for a bug, and reports the bug alone", async () => {
    const reported: unknown[] = [];
    const failing = (error: Error) =>
      authRoutes(
        depsWith({
          identity: { ...identity, begin: () => Promise.reject(error) },
          report: (bug) => reported.push(bug),
        }),
      );
    const busy = await failing(new Refused("busy")).request("/auth/sign-in?lang=zgh");
    expect(busy.status).toBe(503);
    expect(await busy.text()).toContain('lang="zgh"');
    expect(reported).toEqual([]);
    const bug = new Error("secret detail");
    const answer = await failing(bug).request("/auth/sign-in?lang=fr");
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret detail");
    expect(reported).toEqual([bug]);
  });
});
