import { checkedAt, type Checked } from "../../house/checked.ts";
import { button } from "../walk.ts";
import type { Entry, Reader } from "./entry.ts";

const check = { route: "check", path: () => "/check" } as const;
const away = [{ status: 0, path: /^\/(?:api\/log|o)\// }];
/** The house has issued none of these. */
const unheard = [{ status: 404, path: /^\/api\/verify\// }];

/** Whoever holds a certificate of somebody else. */
export const checkingPages: readonly Entry[] = [
  { ...check, name: "check" },
  {
    ...check,
    name: "check-needed",
    reach: ({ page, words }) => button(page, words["check.do"]()).click(),
  },
  { ...check, name: "check-valid", reach: shows(({ valid }) => valid.jwt) },
  { ...check, name: "check-paper", reach: shows(({ valid }) => valid.address), awaited: unheard },
  { ...check, name: "check-together", reach: shows(({ together }) => together.json) },
  { ...check, name: "check-apart", reach: shows(({ together }) => together.jwt) },
  { ...check, name: "check-revoked", reach: shows(({ revoked }) => revoked.jwt) },
  { ...check, name: "check-suspended", reach: shows(({ suspended }) => suspended.jwt) },
  { ...check, name: "check-expired", reach: shows(({ expired }) => expired.jwt) },
  { ...check, name: "check-wrong", reach: shows(({ valid }) => changed(valid.jwt)) },
  {
    ...check,
    name: "check-half",
    reach: shows(({ valid }) => valid.jwt, { isHalf: true }),
    awaited: away,
  },
  {
    ...check,
    name: "check-unknown",
    reach: shows(({ valid }) => valid.address.replace(/\/\/[^/]+/, "//other.example")),
  },
  { ...check, name: "check-unread", reach: shows(() => "Madame, Monsieur") },
];

const changed = (jwt: string): string =>
  jwt.replace(/.(?=.{9}$)/, (sign) => (sign === "A" ? "B" : "A"));

let made: Promise<Checked> | undefined;
/** Pastes what is to be looked at, and waits for what comes of it. */
function shows(which: (checked: Checked) => string, options?: { isHalf: boolean }) {
  return async ({ page, words }: Reader): Promise<void> => {
    const checked = await (made ??= checkedAt(new URL(page.url()).origin));
    await page.unrouteAll();
    await checked.answer(page, options);
    await page.evaluate(() => caches.delete("checked"));
    if (await button(page, words["check.again"]()).count())
      await button(page, words["check.again"]()).click();
    await page.locator("main textarea").fill(which(checked));
    await button(page, words["check.do"]()).click();
    await button(page, words["check.again"]()).waitFor();
  };
}
