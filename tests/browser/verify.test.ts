import { learners } from "@twiza/content";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { LANGUAGES_TRIED } from "../house/depth.ts";
import { openSuite } from "./browser.ts";
import { bytesOf, type Wire } from "./wire.ts";
import { verifyWords, wordsOf } from "./words.ts";

const suite = openSuite();
const MOST_BYTES = 20 * 1024;
const UNKNOWN = `crt_${"0".repeat(32)}`;

/** How long it takes at 400 kbit/s, 400 ms from there and back: three ways to connect, and one for each file, were they to wait for each other. */
const secondsOnEdge = ({ requests, bytes }: Wire): number =>
  (3 + requests) * 0.4 + (bytes * 8) / 400_000;

/** The certificate of somebody of the seed, by its id. */
async function certificateOf(contact: string): Promise<string> {
  const { certificates } = await (await suite.house.as(contact)).do("listWallet", { query: {} });
  return certificates[0]?.id ?? "";
}

describe.each(LANGUAGES_TRIED)(
  "L16: somebody with any phone checks a certificate in %s",
  (language) => {
    const words = verifyWords(language);
    test.each([
      ["valid", learners.certified.contact],
      ["revoked", learners.revoked.contact],
      ["unknown", undefined],
    ] as const)(
      "%s: told in words, without a script, in at most 20 KiB",
      async (state, contact) => {
        const id = contact ? await certificateOf(contact) : UNKNOWN;
        if (!contact) suite.expects({ status: 404, path: /^\/verify\// });
        const phone = await suite.phone(language, { javaScript: false });
        const page = await phone.newPage();
        const wire = await bytesOf(page);
        await page.goto(`/verify/${id}?lang=${language}`);

        const verdict = page.locator(".note");
        expect(await verdict.innerText()).toContain(words[state]());
        for (const other of ["valid", "revoked", "unknown"] as const)
          if (other !== state) expect(await verdict.innerText()).not.toContain(words[other]());
        expect(await page.locator("html").getAttribute("lang")).toBe(language);
        expect(await page.locator("script").count()).toBe(0);
        const { all, script } = await wire.quiet(0);
        expect(script.requests).toBe(0);
        expect(all.bodies).toBeGreaterThan(500);
        expect(all.bytes).toBeLessThanOrEqual(MOST_BYTES);
        expect(secondsOnEdge(all)).toBeLessThan(3.5);
      },
    );
  },
);

test("L16: the seal on the verification page is the one in her wallet", async () => {
  const { contact, language } = learners.certified;
  const phone = await suite.phone(language);
  const page = await suite.pageOf(phone, contact);
  await page.goto("/wallet");
  const cloth = page.getByRole("img", { name: wordsOf(language)["certificate.seal"]() });
  await cloth.waitFor();
  const inWallet = await clothOf(page, "article svg[role=img] path");
  await page.goto(`/verify/${await certificateOf(contact)}`);
  const onPage = await clothOf(page, ".seal svg path");

  expect(inWallet.length).toBeGreaterThan(2);
  expect(onPage).toEqual(inWallet);
});

/** What is woven: each colour as the eye sees it, and where its lozenges lie. Some cloths lack a colour. */
const clothOf = (page: Page, paths: string) =>
  page.locator(paths).evaluateAll((all) =>
    all
      .filter((path) => path.getAttribute("d") !== "")
      .map((path) => `${getComputedStyle(path).fill} ${path.getAttribute("d") ?? ""}`)
      .sort(),
  );
