import { createRequire } from "node:module";
import { basename } from "node:path";
import { openPapers } from "@twiza/paper";
import { type Native, openEngine } from "@twiza/paper/engine";
import { NATIVE_FILE } from "@twiza/paper/files";
import { bucketOpener } from "@twiza/platform/blobs/s3";
import { pictures } from "../codecs-beside.ts";
import { openFunction, toHandler } from "../lambda.ts";
import { documents } from "./manifest.ts";
import { documentsApp } from "./routes.ts";

/** Letters, templates and machine code lie beside the bundle, as the build puts them there. */
const beside = (file: string): URL => new URL(`./${basename(file)}`, import.meta.url);
/** Machine code has no types of its own: it is that of the compiler's package. */
const native: Native = () =>
  createRequire(import.meta.url)(`./${NATIVE_FILE}`) as ReturnType<Native>;

export const handler = toHandler(
  documentsApp(
    openFunction(documents, {
      openBlobs: bucketOpener(),
      pictures,
      openPapers: (log) =>
        openPapers(
          () => openEngine(beside, native),
          (error) =>
            log.error("no papers: the build laid no compiler beside this function", { error }),
        ),
    }),
  ),
);
