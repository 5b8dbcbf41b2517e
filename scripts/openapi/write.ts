import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { openapiDocument } from "./document.ts";
import { openapiPage } from "./page.ts";

const root = join(import.meta.dirname, "../..");
const site = join(root, "web/build");

/** Brotli's highest quality is for what phones load: of what developers read, 5 MB, it would spare 18 KB more and take 3 s of each build. */
const BROTLI_QUALITY = 9;

/** Writes a file with its compressed forms beside it, which the servers of the site send as they are. */
function write(name: string, text: string): void {
  const path = join(site, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  writeFileSync(
    `${path}.br`,
    brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  );
  writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
}

const document = openapiDocument();
write("api/openapi.json", `${JSON.stringify(document, null, 2)}\n`);
const styles = ["base", "operation", "layout"].map((part) =>
  readFileSync(join(import.meta.dirname, `style/${part}.css`), "utf8"),
);
write("docs/api/docs.css", styles.join("\n"));
write("docs/api/index.html", openapiPage(document));
