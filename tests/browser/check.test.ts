import { crc32, deflateSync } from "node:zlib";
import { learners } from "@twiza/content";
import { CertificateId } from "@twiza/contract";
import { found } from "@twiza/core";
import { paperAddress, paperCode } from "@twiza/credential/paper-code";
import { photograph } from "@twiza/credential/paper-code/testing";
import { png } from "@twiza/credential/png";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSuite } from "./browser.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const SALT = "q83vEjRWeJq83vEjRWeJqw";
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

/** The square on the paper of somebody of the seed, signed by the house's own key. */
async function square() {
  const { deps } = suite.house.server;
  const { certificates } = await (await suite.house.as(learners.certified.contact)).do("listWallet", { query: {} }); // prettier-ignore
  const id = CertificateId.parse(certificates[0]?.id);
  const certificate = found(await deps.store.certificates.byId(id)).value;
  const signer = await deps.issuerKeys.signing(certificate.organisationId);
  const kept = await deps.store.certificates.signed(id);
  const code =
    kept?.value.code ?? (await paperCode({ certificate, salt: SALT, language: "fr", signer }));
  return { certificate, path: paperAddress("", id, code) };
}

describe("somebody holds a paper of somebody else's", () => {
  test("with network its square opens the register; without, the page that was opened once tells that it is genuine, and what it could not ask", async () => {
    const words = wordsOf("fr");
    const { certificate, path } = await square();
    const phone = await suite.phone("fr", { through: front });
    const page = await phone.newPage();
    await page.goto(path);
    expect(new URL(page.url()).pathname).toBe(`/verify/${certificate.id}`);
    expect(front.look().some((each) => each.path.includes("#"))).toBe(false);

    await page.goto("/check");
    await isWhole(page, "fr");
    await page.reload();
    await page.getByText(words["check.keys"]({ at: "" }).trim().slice(0, 12)).waitFor();
    await expect.poll(() => page.evaluate(() => caches.has("checking"))).toBe(true);
    await page.waitForLoadState("networkidle");
    suite.expects({ status: 0, path: /^\/(?:api|log|o|v)\// });
    await phone.setOffline(true);
    await page.goto(path);
    await page.getByRole("heading", { name: words["check.verdict.half"]() }).waitFor();
    expect(await page.locator("dd").allInnerTexts()).toContain(certificate.number);
    expect(await page.locator("ol .passed").count()).toBe(4);
    expect(new URL(page.url()).pathname).toBe("/check");

    // One letter of the code is another: this phone alone says that it was changed.
    await button(page, words["check.again"]()).tap();
    const forged = path.replace(/.(?=.{20}$)/, (sign) => (sign === "A" ? "B" : "A"));
    await page.locator("textarea").fill(front.origin + forged);
    await button(page, words["check.do"]()).tap();
    await page.getByRole("heading", { name: words["check.verdict.wrong"]() }).waitFor();
  });

  test("a photo of its square that is too noisy for the small reader is read on the device as well", async () => {
    const words = wordsOf("fr");
    const { certificate, path } = await square();
    const shot = { side: 400, turned: 0, blur: 0, noise: 80, seed: 7 };
    const { data, ...size } = photograph(suite.house.origin + path, shot);
    const picture = png({ ...size, rgba: new Uint8Array(data) }, { crc32, deflate: (part) => deflateSync(part) }); // prettier-ignore
    const page = await (await suite.phone("fr")).newPage();
    suite.expects({ status: 404, path: /^\/api\/log\// }, { status: 0, path: /^\/(?:o|log)\// });
    await page.goto("/check");
    await button(page, words["check.file"]()).waitFor();
    await page.locator("main input[type=file]").setInputFiles({
      name: "photo.png",
      mimeType: "image/png",
      buffer: Buffer.from(picture),
    });
    await page.getByText(certificate.number).waitFor();
    expect(await page.locator("ol .passed").count()).toBeGreaterThanOrEqual(4);
  });
});
