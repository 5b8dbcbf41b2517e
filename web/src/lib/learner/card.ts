import type { PublicCertificate } from "@twiza/contract";
import { directionOf, type Language } from "@twiza/contract/where";
import { i18n, nearest, t } from "#lib";
import { lozenges, SEAL_COLOURS, SEAL_SIZE } from "@twiza/credential";
import { also } from "../i18n.svelte.ts";
import { PASSPORT } from "../passport/volume.ts";
import { save } from "../save.ts";
import { toasts } from "../toasts.svelte.ts";

type Held = Pick<
  PublicCertificate,
  "id" | "number" | "learnerName" | "courseTitle" | "organisationName" | "issuedAt" | "partners"
>;

/** What is written on it, in the reader's language. */
const wordsOf = (held: Held) => ({
  language: i18n.language,
  kind: `${t("app.name")} · ${t("wallet.card")}`,
  course: nearest(held.courseTitle).text,
  organisation: [held, ...(held.partners ?? [])]
    .map(({ organisationName }) => nearest(organisationName).text)
    .join(" · "),
  issued: t("certificate.issued", { at: held.issuedAt }),
  checkAt: t("wallet.checkAt"),
  /** Where anybody can check it. */
  address: `${location.origin}/verify/${held.id}`,
});
type CardWords = ReturnType<typeof wordsOf>;

/** As messengers like it. */
const WIDTH = 1200;
const HEIGHT = 630;
const EDGE = 64;
const SEAL = 380;
const INK = "#1F2421";
const QUIET = "#51564F";
const LETTERS = `"Twiza Sans", "Twiza Tifinagh", system-ui, sans-serif`;

/**
 * A certificate as a picture to be handed on, drawn on this phone without network: whose, for what, its seal, and where it can be
 * checked. The picture proves nothing; the address does.
 */
export async function cardOf(held: Held): Promise<File> {
  const words = wordsOf(held);
  await lettersFor(held.learnerName + Object.values(words).join(""));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser cannot draw.");
  drawGround(pen);
  drawSeal(pen, held.number, words.language);
  write(pen, held, words);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("This browser cannot make a picture.");
  return new File([blob], `${held.number}.png`, { type: "image/png" });
}

/** The same among her downloads; a browser that cannot draw says so. */
export async function keepCard(held: Held): Promise<void> {
  try {
    save(await cardOf(held));
  } catch {
    await also(PASSPORT);
    toasts.say(t("holding.undrawn"));
  }
}

/** Our own letters, unless she saves data: then the phone's. */
async function lettersFor(text: string): Promise<void> {
  if (document.documentElement.classList.contains("thrifty")) return;
  await document.fonts.load(`700 40px ${LETTERS}`, text).catch(() => undefined);
}

function drawGround(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = "#FAF6EF";
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = SEAL_COLOURS.nila;
  pen.fillRect(0, 0, WIDTH, 16);
  pen.fillStyle = SEAL_COLOURS.zaafran;
  pen.fillRect(0, HEIGHT - 16, WIDTH, 16);
}

/** At the end of the line of reading. */
function drawSeal(pen: CanvasRenderingContext2D, number: string, language: Language): void {
  const scale = SEAL / SEAL_SIZE;
  const left = directionOf(language) === "rtl" ? EDGE : WIDTH - EDGE - SEAL;
  for (const { x, y, colour } of lozenges(number)) {
    const [middle, height, reach] = [left + x * scale, 125 + y * scale, 4 * scale];
    pen.fillStyle = SEAL_COLOURS[colour];
    pen.beginPath();
    pen.moveTo(middle, height - reach);
    pen.lineTo(middle + reach, height);
    pen.lineTo(middle, height + reach);
    pen.lineTo(middle - reach, height);
    pen.fill();
  }
}

function write(pen: CanvasRenderingContext2D, held: Held, words: CardWords): void {
  const direction = directionOf(words.language);
  const start = direction === "rtl" ? WIDTH - EDGE : EDGE;
  const room = WIDTH - 3 * EDGE - SEAL;
  let height = 56;
  const line = (text: string, size: number, style: { bold?: boolean; colour?: string } = {}) => {
    pen.font = `${style.bold && words.language !== "zgh" ? 700 : 400} ${size}px ${LETTERS}`;
    pen.fillStyle = style.colour ?? INK;
    pen.direction = direction;
    pen.textAlign = "start";
    for (const part of linesOf(pen, text, room)) {
      height += size * 1.4;
      pen.fillText(part, start, height, room);
    }
  };
  line(words.kind, 32, { colour: SEAL_COLOURS.tadelakt });
  line(held.learnerName, 52, { bold: true });
  line(words.course, 40, { bold: true });
  line(words.organisation, 30, { colour: QUIET });
  line(words.issued, 30, { colour: QUIET });
  // Figures and addresses run from left to right in every language.
  const plain = (text: string, at: number, size: number) => {
    pen.font = `400 ${size}px ${LETTERS}`;
    pen.direction = "ltr";
    pen.textAlign = direction === "rtl" ? "right" : "left";
    pen.fillStyle = INK;
    pen.fillText(text, start, at, WIDTH - 2 * EDGE);
  };
  plain(held.number, height + 44, 30);
  height = 510;
  line(words.checkAt, 26, { colour: QUIET });
  plain(words.address, 590, 28);
}

/** Broken between words, two lines at most; what is longer still is squeezed in by the canvas. */
function linesOf(pen: CanvasRenderingContext2D, text: string, room: number): readonly string[] {
  if (pen.measureText(text).width <= room) return [text];
  const words = text.split(" ");
  let fit = words.length - 1;
  while (fit > 1 && pen.measureText(words.slice(0, fit).join(" ")).width > room) fit -= 1;
  return [words.slice(0, fit).join(" "), words.slice(fit).join(" ")];
}
