import { writeArchive } from "@twiza/exchange/archive";
import { nearest } from "../../i18n.svelte.ts";
import { fromHere } from "./from-here.ts";
import { takenOut } from "./take-out.ts";

type Wish = {
  readonly courseId: string;
  readonly onlesson: (done: number, total: number) => void;
  readonly signal: AbortSignal;
};

/** A name that every system takes. */
const fileName = (title: string): string =>
  `${title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "twiza"}.zip`;

/** Puts a whole course among its author's downloads. @throws Problem, and what the signal was aborted with */
export async function handOut({ courseId, onlesson, signal }: Wish): Promise<void> {
  const course = await takenOut(fromHere, { courseId, onlesson, signal });
  const archive = await writeArchive(course, { signal });
  const address = URL.createObjectURL(archive);
  const name = fileName(nearest(course.title).text);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  // The browser reads it in its own time.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
