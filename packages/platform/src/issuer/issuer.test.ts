import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve, type ServerType } from "@hono/node-server";
import type { Language } from "@twiza/contract";
import { messages } from "@twiza/messages/sign-in";
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openIdentity, type Identity } from "../identity/index.ts";
import { outbox, type Outbox } from "../messages/index.ts";
import { cookieBrowser, locationOf, memoryRecords } from "../testing/index.ts";
import { createKeys, openIssuer } from "./index.ts";

const clock = { now: () => new Date() };
const CALLBACK = /^http:\/\/127\.0\.0\.1:\d+\/auth\/callback\?/;

/** The whole way over HTTP: app → issuer's pages → code from the outbox → app. */
describe("signing in with our own issuer", () => {
  let server: ServerType;
  let origin: string;
  let identity: Identity;
  let box: Outbox;
  let number = 0;
  let contact: string;

  beforeAll(async () => {
    box = outbox(await mkdtemp(join(tmpdir(), "issuer-")));
    const records = memoryRecords(clock);
    const root = new Hono();
    server = serve({ fetch: root.fetch, port: 0, hostname: "127.0.0.1" });
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    origin = `http://127.0.0.1:${address.port}`;
    const redirectUri = `${origin}/auth/callback`;
    const client = { id: "twiza", redirectUri };
    const issuer = openIssuer({
      origin,
      records,
      messenger: box,
      clock,
      client,
      keys: await createKeys(),
      codes: { perAddressHour: 1000, failuresBeforeLonger: 1000 },
    });
    root.route("/oidc", issuer.app);
    identity = openIdentity({
      issuerUrl: issuer.issuerUrl,
      clientId: "twiza",
      redirectUri,
      records,
      clock,
      allowInsecure: true,
    });
  });
  afterAll(() => {
    server.close();
  });
  beforeEach(() => {
    number += 1;
    contact = `+2126000000${String(number).padStart(2, "0")}`;
  });

  const begin = (language: Language = "fr", returnTo = "/courses") =>
    identity.begin({ returnTo, language });
  const lastCode = async () => /\d{6,8}/.exec((await box.list(1))[0]?.text ?? "")?.[0] ?? "";
  const national = () => `0${contact.slice(4)}`;

  /** From the app's link to the page that asks for the code. */
  async function toCode(browser = cookieBrowser(), language: Language = "fr") {
    const { url, transaction } = await begin(language);
    const page = locationOf(await browser.get(url));
    const asked = await browser.post(`${page}/contact?lang=${language}`, { contact: national() });
    expect(asked.status).toBe(303);
    return { browser, page, transaction, code: await lastCode() };
  }

  async function toCallback(browser = cookieBrowser()) {
    const { page, transaction, code } = await toCode(browser);
    const right = await browser.post(`${page}/code`, { code });
    const callbackUrl = locationOf(await browser.get(locationOf(right)));
    expect(callbackUrl).toMatch(CALLBACK);
    return { browser, transaction, callbackUrl, page };
  }

  test("brings back who it is, verified, with her language and the place she came from", async () => {
    const { transaction, callbackUrl } = await toCallback();
    const person = await identity.finish({ transaction, callbackUrl });
    expect(person.subject).toMatch(/^[\w-]{43}$/);
    expect(person).toEqual({
      issuer: `${origin}/oidc`,
      subject: person.subject,
      contact,
      language: "ar",
      returnTo: "/courses",
    });
    const again = await toCallback();
    expect((await identity.finish(again)).subject).toBe(person.subject);
    contact = contact.replace("+2126000", "+2126111");
    expect((await identity.finish(await toCallback())).subject).not.toBe(person.subject);
  });

  test("takes an e-mail, in any case of letters", async () => {
    const browser = cookieBrowser();
    const { url, transaction } = await begin();
    const page = locationOf(await browser.get(url));
    await browser.post(`${page}/contact`, { contact: " Fatima@Example.MA" });
    const right = await browser.post(`${page}/code`, { code: await lastCode() });
    const callbackUrl = locationOf(await browser.get(locationOf(right)));
    const person = await identity.finish({ transaction, callbackUrl });
    expect(person.contact).toBe("fatima@example.ma");
  });

  test("speaks the language asked for, and follows the person when she changes it", async () => {
    const browser = cookieBrowser("en");
    const { url, transaction } = await begin("zgh");
    const page = locationOf(await browser.get(url));
    expect(await (await browser.get(page)).text()).toContain('<html lang="zgh" dir="ltr">');
    expect(await (await browser.get(`${page}?lang=ar`)).text()).toContain('lang="ar" dir="rtl"');
    await browser.post(`${page}/contact?lang=fr`, { contact: national() });
    expect((await box.list(1))[0]?.text).toContain("Votre code Twiza");
    const right = await browser.post(`${page}/code?lang=en`, { code: await lastCode() });
    const callbackUrl = locationOf(await browser.get(locationOf(right)));
    expect((await identity.finish({ transaction, callbackUrl })).language).toBe("en");
  });

  test("asks again each time: it remembers nobody, and lets the next holder of the phone in as herself", async () => {
    const { browser, ...first } = await toCallback();
    const before = await identity.finish(first);
    const { url } = await begin();
    expect(locationOf(await browser.get(url))).toMatch(/\/oidc\/interaction\/[\w-]+$/);
    contact = contact.replace("+2126000", "+2126222");
    const second = await toCallback(browser);
    const after = await identity.finish(second);
    expect(after.contact).toBe(contact);
    expect(after.subject).not.toBe(before.subject);
  });

  test("asks for a telephone first, an e-mail on demand, and lets the phone fill in what it knows", async () => {
    const browser = cookieBrowser("fr");
    const page = locationOf(await browser.get((await begin()).url));
    const first = await (await browser.get(page)).text();
    expect(first).toMatch(/type="tel"[^>]*inputmode="tel"[^>]*autocomplete="tel"/);
    expect(first).toContain('href="/ticket?lang=fr"');
    expect(first).toContain('href="/card?lang=fr"');
    expect(first).toContain('class="help" href="/help?lang=fr"');
    const byEmail = await (await browser.get(`${page}?by=email&change=1`)).text();
    expect(byEmail).toMatch(/type="email"[^>]*inputmode="email"[^>]*autocomplete="email"/);
    const wrong = await browser.post(`${page}/contact?by=email`, { contact: "fatima" });
    expect(await wrong.text()).toContain('type="email"');
    const sent = await browser.post(`${page}/contact`, { contact: national() });
    const asksCode = await (await browser.get(locationOf(sent))).text();
    expect(asksCode).toMatch(/inputmode="numeric"[^>]*autocomplete="one-time-code"/);
  });

  test("says what is wrong with a contact and gives it back to be mended", async () => {
    const browser = cookieBrowser("en");
    const page = locationOf(await browser.get((await begin()).url));
    const asked = await browser.post(`${page}/contact`, { contact: `06 12 "><b>` });
    expect(asked.status).toBe(400);
    const text = await asked.text();
    expect(text).toContain('role="alert"');
    expect(text).toContain('value="06 12 &quot;&gt;&lt;b&gt;"');
    const last = await box.list(1);
    expect(last[0]?.to).not.toContain("06 12");
  });

  test.each(["ar", "fr", "zgh", "en"] as const)(
    "says in %s that a country gets no codes, sends none, and lets her write another contact",
    async (language) => {
      const browser = cookieBrowser(language);
      const page = locationOf(await browser.get((await begin(language)).url));
      const before = await box.list(1);
      const asked = await browser.post(`${page}/contact?lang=${language}`, {
        contact: "+33 6 12 34 56 78",
      });
      expect(asked.status).toBe(400);
      expect(await asked.text()).toContain(messages[language]["contact.country"]());
      expect(await box.list(1)).toEqual(before);
      const other = await browser.post(`${page}/contact?lang=${language}`, { contact: national() });
      expect(other.status).toBe(303);
    },
  );

  test("sends a new code on demand, changes the contact, and stops after five in a day", async () => {
    const { browser, page } = await toCode();
    for (let n = 2; n <= 5; n++) expect((await browser.post(`${page}/again`, {})).status).toBe(303);
    const sixth = await browser.post(`${page}/again`, {});
    expect(sixth.status).toBe(429);
    expect(await (await browser.get(`${page}?change=1`)).text()).toContain('name="contact"');
    contact = contact.replace("+2126000", "+2126333");
    const other = await browser.post(`${page}/contact`, { contact: national() });
    expect(other.status).toBe(303);
    expect((await box.list(1))[0]?.to).toBe(contact);
  });

  test("withstands 200 guesses at once, after which even the right code is refused", async () => {
    const { browser, page, code } = await toCode();
    const guess = (n: number) => String((Number(code) + n) % 1_000_000).padStart(6, "0");
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => browser.post(`${page}/code`, { code: guess(n + 1) })),
    );
    const statuses = answers.map((answer) => answer.status);
    // Five were counted (the fifth already says that this code is over), none got in.
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    const right = await browser.post(`${page}/code`, { code });
    expect(right.status).toBe(429);
    expect(right.headers.get("location")).toBeNull();
  });

  test("keeps to the browser it began in", async () => {
    const { page, code } = await toCode();
    const stranger = cookieBrowser("en");
    expect((await stranger.get(page)).status).toBe(400);
    expect((await stranger.post(`${page}/code`, { code })).status).toBe(400);
    const { browser, page: other } = await toCode(cookieBrowser());
    const forged = await browser.post(
      `${other}/code`,
      { code: "000000" },
      {
        "sec-fetch-site": "cross-site",
      },
    );
    expect(forged.status).toBe(400);
  });

  test("finishes a sign-in once: not the same transaction, not the same code", async () => {
    const { transaction, callbackUrl } = await toCallback();
    const both = await Promise.allSettled([
      identity.finish({ transaction, callbackUrl }),
      identity.finish({ transaction, callbackUrl }),
    ]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    await expect(identity.finish({ transaction, callbackUrl })).rejects.toMatchObject({
      code: "sign_in.expired",
    });
    const next = await begin();
    const state = new URL(next.url).searchParams.get("state") ?? "";
    const spent = new URL(callbackUrl);
    spent.searchParams.set("state", state);
    await expect(
      identity.finish({ transaction: next.transaction, callbackUrl: spent.href }),
    ).rejects.toMatchObject({ code: "sign_in.expired" });
  });

  test("refuses a foreign state without ending the sign-in that is under way", async () => {
    const mine = await toCallback();
    const theirs = await toCallback();
    await expect(
      identity.finish({ transaction: mine.transaction, callbackUrl: theirs.callbackUrl }),
    ).rejects.toMatchObject({ code: "request.forged" });
    expect((await identity.finish(mine)).contact).toBe(contact);
  });

  test("refuses a transaction nobody began", async () => {
    const { callbackUrl } = await toCallback();
    await expect(identity.finish({ transaction: "made-up", callbackUrl })).rejects.toMatchObject({
      code: "sign_in.expired",
    });
  });

  test("goes on when the answer to the right code was lost on the way", async () => {
    const { browser, page, code, transaction } = await toCode();
    await browser.post(`${page}/code`, { code });
    const repeated = await browser.post(`${page}/code`, { code });
    const callbackUrl = locationOf(await browser.get(locationOf(repeated)));
    expect((await identity.finish({ transaction, callbackUrl })).contact).toBe(contact);
  });

  test("never leads back to another site", async () => {
    await expect(begin("fr", "//evil.example")).rejects.toMatchObject({ code: "request.invalid" });
    await expect(begin("fr", "https://evil.example")).rejects.toMatchObject({
      code: "request.invalid",
    });
    const { url } = await begin();
    const elsewhere = new URL(url);
    elsewhere.searchParams.set("redirect_uri", "https://evil.example/");
    const answer = await cookieBrowser("en").get(elsewhere.href);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("location")).toBeNull();
    expect(await answer.text()).toContain('href="/auth/sign-in?lang=en"');
  });

  test("gives its addresses as configured, whatever host the asker names", async () => {
    const answer = await fetch(`${origin}/oidc/.well-known/openid-configuration`, {
      headers: { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    });
    const found = JSON.stringify(await answer.json());
    expect(found).toContain(`${origin}/oidc/token`);
    expect(found).not.toContain("evil.example");
    expect(found).not.toContain("userinfo_endpoint");
  });

  test("demands PKCE", async () => {
    const url = new URL((await begin()).url);
    url.searchParams.delete("code_challenge");
    url.searchParams.delete("code_challenge_method");
    const answer = await cookieBrowser().get(url.href);
    expect(locationOf(answer)).toContain("error=invalid_request");
  });

  test("speaks https and makes its cookies Secure behind a proxy that ends TLS", async () => {
    const site = "https://twiza.example";
    const client = { id: "twiza", redirectUri: `${site}/auth/callback` };
    const { app } = openIssuer({
      origin: site,
      records: memoryRecords(clock),
      messenger: box,
      clock,
      client,
      keys: await createKeys(),
    });
    const behind = serve({
      fetch: new Hono().route("/oidc", app).fetch,
      port: 0,
      hostname: "127.0.0.1",
    });
    await new Promise((resolve) => behind.once("listening", resolve));
    const address = behind.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const query = new URL((await begin()).url).searchParams;
    query.set("redirect_uri", client.redirectUri);
    const answer = await fetch(`http://127.0.0.1:${port ?? 0}/oidc/auth?${query.toString()}`, {
      redirect: "manual",
    });
    behind.close();
    const cookies = answer.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThanOrEqual(2);
    for (const cookie of cookies) expect(cookie).toMatch(/; secure; httponly/i);
    expect(answer.headers.get("location")).toMatch(/^\/oidc\/interaction\//);
  });
});
