import type { Language } from "@twiza/contract";
import { cookieBrowser, locationOf } from "@twiza/platform/testing";
import type { House, Visitor } from "./house.ts";

type Who = {
  readonly contact: string;
  readonly language: Language;
  /** A phone that others may have used before; a new one when absent. */
  readonly browser?: ReturnType<typeof cookieBrowser>;
};

/**
 * Signs somebody in as a person does, over HTTP: our page, the issuer's pages, the code that the outbox holds, and back.
 * @returns her, with the cookie that the browser was given
 */
export async function signUp(
  house: House,
  { contact, language, browser = cookieBrowser(language) }: Who,
): Promise<Visitor> {
  const leaving = await browser.get(
    `${house.origin}/auth/sign-in?returnTo=/courses&lang=${language}`,
  );
  const page = locationOf(await browser.get(locationOf(leaving)));
  await browser.post(`${page}/contact?lang=${language}`, { contact });
  const { text = "" } = (await house.outbox())[0] ?? {};
  const right = await browser.post(`${page}/code`, { code: /\d{6,8}/.exec(text)?.[0] ?? "" });
  const callback = locationOf(await browser.get(locationOf(right)));
  const arrived = await browser.get(callback);
  if (arrived.status !== 303)
    throw new Error(`signing in ended with ${arrived.status}: ${await arrived.text()}`);
  const cookie = [...browser.cookies()].find(([key]) => key.startsWith("twiza "))?.[1];
  if (!cookie) throw new Error("signing in gave no cookie");
  return house.withCookie(cookie);
}
