import { learners } from "@twiza/content";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSuite } from "./browser.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import { button, link, openMore } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
/** In pixels, on the phone of these tests. */
const TALLEST = 480;
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

describe("L15: the wallet", () => {
  test("opens without network, and hands on a picture with its seal and its address by the phone's own sharing", async () => {
    const { contact, language } = learners.certified;
    const words = wordsOf(language);
    const phone = await suite.phone(language, { through: front });
    await phone.addInitScript(catchShared, { files: true });
    const page = await suite.pageOf(phone, contact);
    await page.goto("/wallet");
    await page.locator("article svg[role=img]").first().waitFor();
    await isWhole(page, language);
    await suite.cut(phone);
    await page.reload();
    await page.locator("article svg[role=img]").first().waitFor();
    const sheet = await openMore(page, words);
    await sheet.getByText(words["offline.needs"]()).first().waitFor();
    await button(sheet, words["app.close"]()).tap();

    await button(page, words["wallet.share"]()).first().tap();
    const shared = await sharedBy(page);
    const [certificate] = (await (await suite.house.as(contact)).do("listWallet", {})).certificates;
    expect(shared.text).toContain(`/verify/${certificate?.id ?? ""}`);
    expect(shared.files).toMatchObject([
      { name: `${certificate?.number ?? ""}.png`, type: "image/png" },
    ]);
    const [picture] = shared.files;
    expect([picture?.width, picture?.height]).toEqual([1200, 630]);
    expect(picture?.bytes).toBeLessThan(300_000);
    // Paper in the corner; ink where the words stand; the cloth in its own colours: not each has all four.
    const woven = await page
      .locator("article svg[role=img]")
      .first()
      .locator("path")
      .evaluateAll(fills);
    expect(woven.length).toBeGreaterThan(1);
    expect(picture?.colours).toEqual(expect.arrayContaining(["#faf6ef", "#1f2421", ...woven]));
  });

  test("hands on the words alone where the phone takes no files, and where it has no sharing offers WhatsApp, and behind the second of two controls the address (by hand where nothing can be copied) and the picture", async () => {
    const { contact, language } = learners.certified;
    const words = wordsOf(language);
    const bare = await suite.phone(language);
    await bare.addInitScript(catchShared, { files: false });
    const page = await suite.pageOf(bare, contact);
    await page.goto("/wallet");
    await button(page, words["wallet.share"]()).first().tap();
    const shared = await sharedBy(page);
    expect(shared.files).toEqual([]);
    expect(shared.url).toContain("/verify/crt_");

    const without = await suite.pageOf(await suite.phone(language), contact);
    await without.goto("/wallet");
    const whatsApp = link(without, words["wallet.whatsapp"]()).first();
    const address = new URL((await whatsApp.getAttribute("href")) ?? "");
    expect(address.origin + address.pathname).toBe("https://wa.me/");
    expect(address.searchParams.get("text")).toContain("/verify/crt_");
    // She may have many: one is short, and has two controls.
    const card = without.getByRole("article");
    await button(card, words["holding.more"]()).waitFor();
    expect(await card.getByRole("button").or(card.getByRole("link")).count()).toBe(2);
    expect((await card.boundingBox())?.height).toBeLessThan(TALLEST);
    const download = without.waitForEvent("download");
    await button(await openMore(without, words), words["wallet.save"]()).tap();
    expect((await download).suggestedFilename()).toMatch(/^TWZ-.+\.png$/);
    await without.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await button(await openMore(without, words), words["wallet.copy"]()).tap();
    await without.getByText(words["wallet.copied"]()).waitFor();
    expect(await without.locator("dialog[open]").count(), "what is said is not hidden").toBe(0);
    expect(await without.evaluate(() => navigator.clipboard.readText())).toContain("/verify/crt_");
    await without.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: {} }));
    const sheet = await openMore(without, words);
    await button(sheet, words["wallet.copy"]()).tap();
    await sheet.getByText(words["wallet.copyByHand"]()).waitFor();
    await button(sheet, words["app.close"]()).tap();
    await suite.cut(without.context());
    await without.getByText(words["wallet.whatsapp"](), { exact: true }).first().waitFor();
    expect(await whatsApp.count(), "WhatsApp's door needs the network").toBe(0);
  });

  /** The colours of the paths that draw anything, as `#rrggbb`. */
  function fills(paths: readonly Element[]): readonly string[] {
    const hex = (part: string): string => Number(part).toString(16).padStart(2, "0");
    return paths
      .filter((path) => path.getAttribute("d") !== "")
      .map((path) => `#${(getComputedStyle(path).fill.match(/\d+/g) ?? []).map(hex).join("")}`);
  }

  type Picture = {
    readonly name: string;
    readonly type: string;
    readonly bytes: number;
    readonly width: number;
    readonly height: number;
    readonly colours: readonly string[];
  };
  type Caught = {
    readonly text?: string;
    readonly url?: string;
    readonly files: readonly Picture[];
  };

  /** Headless Chromium has no sharing: this is a phone's, which takes files or not, and keeps what it was given. */
  function catchShared({ files }: { files: boolean }): void {
    const look = async (file: File): Promise<Picture> => {
      const bitmap = await createImageBitmap(file);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const pen = canvas.getContext("2d");
      pen?.drawImage(bitmap, 0, 0);
      const { data } = pen?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
      const colours = new Set<string>();
      for (let at = 0; at < data.length; at += 4)
        colours.add(
          `#${[0, 1, 2].map((part) => (data[at + part] ?? 0).toString(16).padStart(2, "0")).join("")}`,
        );
      const { name, type, size: bytes } = file;
      const { width, height } = bitmap;
      return { name, type, bytes, width, height, colours: [...colours] };
    };
    const share = async (data: ShareData): Promise<void> => {
      const pictures = await Promise.all((data.files ?? []).map(look));
      document.documentElement.dataset["shared"] = JSON.stringify({ ...data, files: pictures });
    };
    Object.assign(navigator, { share, canShare: (data: ShareData) => files || !data.files });
  }
  async function sharedBy(page: Page): Promise<Caught> {
    const caught = () => page.locator("html").getAttribute("data-shared");
    await expect.poll(caught).not.toBeNull();
    return JSON.parse((await caught()) ?? "") as Caught;
  }
});
