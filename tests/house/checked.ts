import type { Certificate } from "@twiza/contract";
import { newWorld, PARTNER } from "@twiza/credential/check/testing";
import { verifierText } from "@twiza/log";
import type { Page } from "playwright-core";

/** Certificates of another installation's making that a page may be shown, each in the state that it is named for. */
export type Checked = Awaited<ReturnType<typeof checkedAt>>;

const idOf = (digit: string) => `crt_0199aabbccdd7eefa01234567890abc${digit}` as Certificate["id"];
const ago = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

/**
 * Keys, lists and a log as that origin would tell them, really signed: a page may be given its answers instead of the house's own, which
 * has issued none of these.
 */
export async function checkedAt(origin: string) {
  const world = await newWorld(origin);
  const issuedAt = ago(24 * 30);
  const number = (serial: number) =>
    `TWZ-4f2a90-${issuedAt.slice(0, 4)}-${String(serial).padStart(6, "0")}`;
  const issue = (digit: string, serial: number, changes: Partial<Certificate> = {}) =>
    world.issue({ id: idOf(digit), number: number(serial), issuedAt, ...changes });
  const valid = await issue("1", 1);
  const revoked = await issue("2", 2);
  const suspended = await issue("3", 3);
  const expired = await issue("4", 4, { expiresAt: ago(24) });
  const together = await issue("5", 5, { partners: [PARTNER] });
  const another = await issue("6", 6, { partners: [PARTNER] });
  const lists = new Map([
    await world.list(valid.certificate, "revocation", { set: [2], validFrom: ago(1) }),
    await world.list(valid.certificate, "suspension", { set: [3], validFrom: ago(1) }),
  ]);

  /** Answers that page from here, from now on; `isHalf` leaves lists and log unanswered. */
  async function answer(page: Page, { isHalf = false } = {}): Promise<void> {
    const { log } = world;
    await page.route("**/api/issuers", (route) => route.fulfill({ json: { at: ago(0), keys: [world.key, world.partnerKey] } })); // prettier-ignore
    await page.route("**/log/keys.json", (route) =>
      route.fulfill({
        json: {
          log: log.trust.log.map(verifierText),
          witnesses: log.trust.witnesses.map(verifierText),
        },
      }),
    );
    await page.route(/\/o\/org_\w+\/status\//, (route) => {
      const list = lists.get(route.request().url());
      return isHalf || !list ? route.abort() : route.fulfill({ body: list });
    });
    // In the place of what the partner has signed lies what it has signed of another.
    await page.route(/\/o\/org_\w+\/endorsements\//, (route) =>
      route.fulfill({ body: another.endorsements[0] ?? "" }),
    );
    await page.route(/\/api\/log\//, async (route) => {
      const form = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
      const proof = await log.prove(form, { seconds: Math.floor(Date.now() / 1000) - 600 });
      return isHalf ? route.abort() : route.fulfill({ json: proof });
    });
  }
  return { valid, revoked, suspended, expired, together, answer };
}
