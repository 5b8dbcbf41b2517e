/// <reference lib="dom" />
import { directionOf, LANGUAGES } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { settled } from "../browser.ts";
import { wordsOf } from "../words.ts";
import type { Entry, Reader, Room } from "./entry.ts";
import { goTo } from "./go.ts";
import { helpFaults } from "./help.ts";
import { keyboardFaults } from "./keyboard.ts";
import { type How, type Plan, planFor } from "./plan.ts";
import { lettersOf, setLetters } from "./letters.ts";
import { reports, type Scope } from "./scan.ts";
import { scriptFaults } from "./scripts.ts";
import { type Demands, shapeFaults } from "./shape.ts";
import { spills } from "./spills.ts";
import { takePicture } from "./picture.ts";
import { turnTo } from "./turn.ts";

const DEMANDS: Record<Room, Demands> = {
  learner: { target: 48, gap: 8, words: true },
  office: { target: 24, gap: 0, words: false },
  developer: { target: 24, gap: 0, words: false },
};
const PHONE = { width: 360, height: 740 };
const NARROW = { width: 320, height: 740 };
const DESK = { width: 1280, height: 800 };

export type Look = How & {
  /** What the page showed last. */
  readonly before: Entry | undefined;
  /** Whether this component's sheet was not opened before. */
  readonly isNewSheet: boolean;
};

/** Opens the sheet of this state, if it has one, and takes the steps inside. */
async function openSheet(reader: Reader, { sheet, inside }: Entry): Promise<void> {
  if (!sheet) return;
  await sheet.opener(reader).click();
  await reader.page.locator("dialog[open]").waitFor();
  await reader.page.waitForFunction(() => !document.querySelector("dialog .skeleton"));
  await inside?.(reader);
}

/**
 * All that stands in somebody's way in this state, in the reader's language and, where the app can turn to them in place, in the
 * others. A sentence that stays behind in a language that was left is such a fault.
 */
export async function faultsIn(
  reader: Reader,
  entry: Entry,
  { before, isNewSheet, ...how }: Look,
): Promise<string[]> {
  const { page, language } = reader;
  await resize(page, PHONE);
  await setLetters(page, "usual");
  await page.emulateMedia({ colorScheme: "light" });
  await goTo(reader, entry, { before, ...how });
  const isTried = !entry.sheet?.isOnce && (isNewSheet || !entry.inside);
  const faults = isTried ? await atTheKeyboard(reader, entry) : [];
  await openSheet(reader, entry);
  const see = async (seen: Reader) => {
    const plan = planFor(how, language, seen.language);
    if (!plan) return;
    // Turned in the size in which it is looked at first, it is laid out once.
    await resize(page, isLeast(plan) ? NARROW : PHONE);
    if (seen !== reader) await turned(seen, entry);
    faults.push(...(await seenIn(seen, entry, { room: how.room, plan })));
  };
  await see(reader);
  if (how.isTurned)
    for (const other of LANGUAGES.filter((one) => one !== language))
      await see({ ...reader, language: other });
  return faults;
}

/** Turns to the reader's language in place. */
async function turned({ page, language }: Reader, { isWaiting }: Entry): Promise<void> {
  await turnTo(page, language);
  if (!isWaiting) await settled(page);
}

async function resize(page: Page, size: typeof PHONE): Promise<void> {
  if (page.viewportSize()?.width !== size.width) await page.setViewportSize(size);
}

/** Each sheet once: what it objects to changes nothing in how it opens and closes. */
async function atTheKeyboard(reader: Reader, entry: Entry): Promise<string[]> {
  const faults = await keyboardFaults(reader, entry);
  return faults.map((fault) => `${entry.name} at the keyboard: ${fault}`);
}

type Seen = { readonly room: Room; readonly plan: Plan };
const isLeast = ({ seen }: Plan): boolean => seen === "least" || seen === "ends";

/** All of it as far as it is planned for this language, each fault once. */
async function seenIn(reader: Reader, entry: Entry, seen: Seen): Promise<string[]> {
  const { note, faults } = notes();
  await (isLeast(seen.plan) ? seenNarrow : seenOpen)(reader, entry, { ...seen, note });
  return faults.map((fault) => `${entry.name} in ${reader.language}: ${fault}`);
}
type Noted = Seen & { readonly note: (where: string, found: readonly string[]) => void };

const shape = async (page: Page, room: Room): Promise<string[]> => [
  ...(await spills(page)),
  ...(await shapeFaults(page, DEMANDS[room])),
];

/** Light and dark, on a phone, a narrower one and a desk, with large letters. */
async function seenOpen(reader: Reader, entry: Entry, { room, plan, note }: Noted): Promise<void> {
  const { page, language } = reader;
  const scan = async (scope: Scope) =>
    (await reports(page, scope)).map(({ code, what }) => `${code} ${what}`);
  const inTheDark = (scope: Scope) =>
    painted(page, "dark", async () => {
      note("dark", await scan(scope));
      await takePicture(reader, entry, "dark");
    });
  note("html", await languageFaults(reader, entry));
  note("phone", [...(await shape(page, room)), ...(await scriptFaults(page))]);
  if (room === "learner")
    note("phone", await helpFaults(page, entry, wordsOf(language)["app.help"]()));
  await takePicture(reader, entry, "phone");
  if (plan.light) note("phone", await scan(plan.light));
  if (plan.dark === "phone") await inTheDark("colours");
  await withLetters(page, plan, async () => note("200 % letters", await spills(page)));
  await resize(page, NARROW);
  note("320 px", await shape(page, room));
  await resize(page, DESK);
  note("desk", await shape(page, room));
  if (plan.desk) note("desk", await scan(plan.desk));
  if (plan.dark === "desk") await inTheDark("width");
  await takePicture(reader, entry, "desk");
}

/** Where its words have the least room, plain and doubled, whichever the letters are from the language before; in one on a desk too. */
async function seenNarrow(
  reader: Reader,
  entry: Entry,
  { room, plan, note }: Noted,
): Promise<void> {
  const { page } = reader;
  const plain = async () => {
    await setLetters(page, "usual");
    note("320 px", await shape(page, room));
  };
  const doubled = async () => {
    await setLetters(page, "double");
    // The words that the gallery puts together no lesson has, and no phone so narrow shows them doubled.
    if (room === "developer") await resize(page, PHONE);
    note("200 % letters", await spills(page));
    if (room === "developer") await resize(page, NARROW);
  };
  note("html", await languageFaults(reader, entry));
  note("320 px", await scriptFaults(page));
  for (const look of lettersOf(page) === "usual" ? [plain, doubled] : [doubled, plain])
    await look();
  if (plan.seen === "least") return;
  await setLetters(page, "usual");
  await resize(page, DESK);
  note("desk", await shape(page, room));
}

/** Looks while the system has another look, which is changed and changed back. */
async function painted(page: Page, theme: "dark", look: () => Promise<void>): Promise<void> {
  await paint(page, theme);
  await look();
  await paint(page, "light");
}

/** Changes the system's look, and waits until the app has heard of it: it is told with the next picture. */
async function paint(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.waitForFunction(
    (wanted) => (document.documentElement.dataset["theme"] ?? wanted) === wanted,
    theme,
  );
}

/** Collects faults, each once, where it was first seen. */
function notes() {
  const faults: string[] = [];
  const note = (where: string, found: readonly string[]): void => {
    for (const fault of found)
      if (!faults.some((known) => known.endsWith(`: ${fault}`))) faults.push(`${where}: ${fault}`);
  };
  return { note, faults };
}

async function languageFaults({ page, language }: Reader, entry: Entry): Promise<string[]> {
  const expected = entry.only ?? language;
  const { lang, dir } = await page.evaluate(() => {
    const { lang, dir } = document.documentElement;
    return { lang, dir };
  });
  return lang === expected && dir === directionOf(expected) ? [] : [`lang=${lang} dir=${dir}`];
}

/** Doubles the letters as her browser's settings do, and for the app's own pages by its own choice, then sets them back. */
async function withLetters(page: Page, { seen }: Plan, look: () => Promise<void>): Promise<void> {
  await setLetters(page, "double");
  await look();
  await setLetters(page, "usual");
  if (seen !== "all") return;
  await page.evaluate(() => (document.documentElement.dataset["text"] = "larger"));
  await look();
  await page.evaluate(() => delete document.documentElement.dataset["text"]);
}
