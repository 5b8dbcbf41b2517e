import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { giveUp } from "./progress.ts";

/** Where all lies that Twiza keeps on one machine: what was built from what, and in the second the store. */
const FOLDERS = [".twiza", ".twiza/data"];
const TAKE_OVER = 'sudo chown -R "$(id -un)" . && chmod -R u+rwX .';
const { R_OK, W_OK, X_OK } = constants;

type Unwritable = { readonly folder: string; readonly mend: string };

/** Makes Twiza's folders where they are not there yet. @returns the first that cannot be used, and what mends it */
export function whyUnwritable(): Unwritable | undefined {
  for (const folder of FOLDERS) {
    try {
      mkdirSync(folder, { recursive: true });
      // One that is there already is made without a word, whoever it belongs to: root, where Twiza was once started with sudo.
      accessSync(folder, R_OK | W_OK | X_OK);
    } catch {
      const isFile = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false;
      return { folder, mend: isFile ? `mv ${folder} ${folder}.old` : TAKE_OVER };
    }
  }
  return undefined;
}

/** For what writes there: ends the process with one sentence where that would fail halfway. */
export function mustBeWritable(): void {
  const found = whyUnwritable();
  if (found)
    giveUp(
      `Twiza cannot write into the folder ${found.folder}. Mend it with \`${found.mend}\`, or clone Twiza somewhere else.`,
    );
}
