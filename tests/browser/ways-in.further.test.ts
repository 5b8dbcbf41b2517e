import { learners, staff } from "@twiza/content";
import type { Language } from "@twiza/contract/where";
import type { Locator } from "playwright-core";
import { decodeQR } from "qr/decode.js";
import { describe, expect, test } from "vitest";
import { layersGone, openSuite } from "./browser.ts";
import { button, whoIsHere } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

/** What a phone's camera would read from a square on the screen. */
async function read(square: Locator): Promise<string> {
  const side = 400;
  const signs = await square.evaluate(async (svg, size) => {
    const image = new Image();
    const copy = svg.cloneNode(true) as SVGElement;
    copy.setAttribute("width", String(size));
    copy.setAttribute("height", String(size));
    // The page's colours do not go along with the picture.
    copy.querySelector("rect")?.setAttribute("fill", "#fff");
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [size, size];
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, size, size).data ?? [];
    // A sign for each dot: as a list of numbers they keep the line to the browser busy for four seconds.
    const isLight = (dot: number) => (pixels[dot * 4] ?? 0) > 127;
    return Array.from({ length: size * size }, (_, dot) => (isLight(dot) ? "1" : "0")).join("");
  }, side);
  const dots = Array.from(signs, (sign) => (sign === "1" ? 255 : 0));
  const data = Uint8ClampedArray.from(dots.flatMap((light) => [light, light, light, 255]));
  return decodeQR({ width: side, height: side, data });
}

/** The trainer's desk with a ticket for a learner of the open group on its screen. */
async function showTicket(language: Language, name: string) {
  const words = wordsOf(language);
  const admin = await suite.house.as(staff.administrator.contact);
  const { cohorts } = await admin.do("listCohorts", { query: {} });
  const open = cohorts.find(({ joining }) => joining === "open");
  const desk = await suite.pageOf(await suite.desk(language), staff.trainer.contact);
  await desk.goto(`/office/cohorts/${open?.id ?? ""}?view=vouch`);
  const row = desk.locator("tbody tr").filter({ hasText: name });
  await button(row, words["office.vouch"]()).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByRole("timer").waitFor();
  const address = await read(dialog.getByRole("img"));
  const code = await dialog.locator(".code").innerText();
  return { desk, address, code };
}

describe("L17: coming in", () => {
  test("by telephone first, with a code that the phone may fill in or that is pasted with its whole message", async () => {
    const words = wordsOf("fr");
    const phone = await suite.phone("fr", { stranger: true });
    const page = await phone.newPage();
    await page.goto("/auth/sign-in?returnTo=/courses&lang=fr");
    const contact = page.locator("#contact");
    expect(await contact.getAttribute("type")).toBe("tel");
    expect(await contact.getAttribute("inputmode")).toBe("tel");
    await contact.fill("06 11 22 33 44");
    await button(page, words["signIn.send"]()).tap();
    const code = page.locator("#code");
    await code.waitFor();
    expect(await code.getAttribute("autocomplete")).toBe("one-time-code");
    expect(await code.getAttribute("inputmode")).toBe("numeric");
    const { text = "" } = (await suite.house.outbox())[0] ?? {};
    // As a paste arrives: all at once, through the field's own limits.
    await code.focus();
    await page.keyboard.insertText(text);
    await button(page, words["code.submit"]()).tap();
    await page.waitForURL("**/courses");
    expect((await whoIsHere(suite.house, phone)).account.contact).toBe("+212611223344");
  });

  test("by a trainer's square in Arabic: one tap, once; another phone reads why not", async () => {
    const language = "ar";
    const words = wordsOf(language);
    const { name } = learners.beginner;
    const { address } = await showTicket(language, name);
    expect(address).toMatch(/^http:\/\/localhost:\d+\/ticket#[\w-]{22}$/);
    const phone = await suite.phone(language);
    const page = await phone.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(address);
    await button(page, words["entry.do"]()).tap();
    await page.waitForURL("**/courses");
    await page.locator("article").first().waitFor();
    const me = await whoIsHere(suite.house, phone);
    expect(me).toMatchObject({ roles: ["learner"], learner: { name } });
    const secret = new URL(address).hash.slice(1);
    expect(asked.filter((url) => url.includes(secret))).toEqual([]);

    suite.expects({ status: 409, path: /^\/auth\/ticket$/ });
    const other = await (await suite.phone(language)).newPage();
    await other.goto(address);
    await button(other, words["entry.do"]()).tap();
    const alert = other.getByRole("alert");
    await alert.waitFor();
    expect((await alert.innerText()).length).toBeGreaterThan(20);
    expect(other.url()).not.toContain("#");
  });

  test("by a square that is scanned while the page is open already", async () => {
    const words = wordsOf("fr");
    const { address } = await showTicket("fr", learners.beginner.name);
    const phone = await suite.phone("fr");
    const page = await phone.newPage();
    await page.goto("/ticket");
    await page.getByLabel(words["entry.ticket.label"]()).waitFor();
    // The same page but for what stands behind the #: nothing is loaded anew.
    await page.goto(address);
    await button(page, words["entry.do"]()).tap();
    await page.waitForURL("**/courses");
    expect((await whoIsHere(suite.house, phone)).learner?.name).toBe(learners.beginner.name);
  });

  test("by the signs under the square; a slip is noticed before anything is sent", async () => {
    const words = wordsOf("fr");
    const { code } = await showTicket("fr", learners.beginner.name);
    const phone = await suite.phone("fr");
    const page = await phone.newPage();
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/auth/ticket")) sent.push(request.url());
    });
    await page.goto("/ticket");
    const field = page.getByLabel(words["entry.ticket.label"]());
    const last = code.endsWith("A") ? "B" : "A";
    await field.fill(`${code.slice(0, -1)}${last}`);
    await button(page, words["entry.do"]()).tap();
    await page.getByText(words["entry.ticket.fault"]()).waitFor();
    expect(sent).toEqual([]);
    await field.fill(code.toLowerCase().replace(" ", "-"));
    await button(page, words["entry.do"]()).tap();
    await page.waitForURL("**/courses");
    expect(sent).toHaveLength(1);
  });

  test("by the camera of this page, where the phone has no reader of its own", async () => {
    const words = wordsOf("fr");
    const { desk, address } = await showTicket("fr", learners.beginner.name);
    const picture = await desk.getByRole("dialog").getByRole("img").screenshot();
    const phone = await suite.phone("fr");
    const page = await phone.newPage();
    await page.addInitScript(
      (src) => {
        // Headless there is no camera: this one films the trainer's screen.
        navigator.mediaDevices.getUserMedia = async () => {
          const image = new Image();
          image.src = src;
          await image.decode();
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [image.width + 80, image.height + 80];
          const context = canvas.getContext("2d");
          setInterval(() => {
            context?.fillRect(0, 0, canvas.width, canvas.height);
            context?.drawImage(image, 40, 40);
          }, 50);
          return canvas.captureStream(10);
        };
      },
      `data:image/png;base64,${picture.toString("base64")}`,
    );
    await page.goto("/ticket");
    await button(page, words["scan.start"]()).tap();
    await page.waitForURL("**/courses");
    expect(address).toContain("/ticket#");
    expect((await whoIsHere(suite.house, phone)).learner?.name).toBe(learners.beginner.name);
  });

  test("with a recovery card that she made herself, printed once and typed on another phone", async () => {
    const words = wordsOf("ar");
    const first = await suite.pageOf(await suite.phone("ar"), learners.certified.contact);
    await first.goto("/me");
    await button(first, words["card.make"]()).tap();
    const paper = first.locator(".paper");
    await paper.waitFor();
    const code = await paper.locator(".code").innerText();
    expect(await read(paper.getByRole("img"))).toMatch(/\/card#[0-9A-Z]{16}$/);
    await first.emulateMedia({ media: "print" });
    const shown = await first
      .locator("body *:visible")
      .evaluateAll(
        (all) =>
          all.filter(
            (one) => !one.closest(".paper") && !one.querySelector(".paper") && one.clientHeight > 0,
          ).length,
      );
    expect(shown, "what is printed beside the card").toBe(0);
    await first.emulateMedia({ media: "screen" });
    await first.keyboard.press("Escape");
    await layersGone(first);
    await first.reload();
    expect(await first.locator(".paper").count()).toBe(0);

    const phone = await suite.phone("ar");
    const page = await phone.newPage();
    await page.goto("/");
    await page.locator('a[href="/card"]').tap();
    await page.getByLabel(words["entry.card.label"]()).fill(code.toLowerCase());
    await button(page, words["entry.do"]()).tap();
    await page.waitForURL("**/courses");
    expect((await whoIsHere(suite.house, phone)).learner?.name).toBe(learners.certified.name);
  });
});
