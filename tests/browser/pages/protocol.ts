import type { CDPSession, Page } from "playwright-core";

const sessions = new WeakMap<Page, CDPSession>();

/** The page's own line to the browser, for what has no other way in. */
export async function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  return session;
}
