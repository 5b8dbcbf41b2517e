import { plainName, writeArchive } from "@twiza/exchange/archive";
import { nearest } from "../../i18n.svelte.ts";
import { download } from "./download.ts";
import { fromHere } from "./from-here.ts";
import { takenOut } from "./take-out.ts";

type Wish = {
  readonly courseId: string;
  readonly onlesson: (done: number, total: number) => void;
  readonly signal: AbortSignal;
};

/** Puts a whole course among its author's downloads. @throws Problem, and what the signal was aborted with */
export async function handOut({ courseId, onlesson, signal }: Wish): Promise<void> {
  const course = await takenOut(fromHere, { courseId, onlesson, signal });
  const archive = await writeArchive(course, { signal });
  download(archive, `${plainName(nearest(course.title).text) || "twiza"}.zip`);
}
