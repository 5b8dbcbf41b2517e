import { readFile } from "node:fs/promises";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { NodeCompiler, NodeError } from "@myriaddreamin/typst-ts-node-compiler";
import type { Undisplayable } from "@twiza/core";
import { FONT_FILES, RASTER_FILE, TEMPLATE_FILES } from "./files.ts";
import { packedPdf } from "./pack/index.ts";
import type { SheetFile } from "./sheet.ts";

/** Where a font or the code of the raster lies: in its package, or beside the bundle. Templates by their bare names. */
export type Locate = (file: string) => URL;
/** The compiler of this computer. @throws where there is none for it */
export type Native = () => { readonly NodeCompiler: typeof NodeCompiler };

/** Nothing is read from the disk but through this folder, which holds nothing: templates and orders are given to the compiler. */
const ROOT = "/twiza-paper";
/** Results of an order that are kept for the next: a page of the same design is set in a third of the time. */
const KEPT = 4;
/** Two points of the picture for each of the page: 720 by 360. */
const SHARE_WIDTH = 720;

type Main = "certificate.typ" | "share.typ";
type Compiler = InstanceType<typeof NodeCompiler>;
export type Engine = Awaited<ReturnType<typeof openEngine>>;

/** Opens Typst with our letters and templates, once: some hundred milliseconds. */
export async function openEngine(locate: Locate, native: Native) {
  const { NodeCompiler: Native } = native();
  const fonts = await Promise.all(FONT_FILES.map((file) => readFile(locate(file))));
  const compiler = Native.create({ workspace: ROOT, fontArgs: [{ fontBlobs: fonts }] });
  for (const file of TEMPLATE_FILES)
    compiler.addSource(`${ROOT}/${file}`, await textOf(locate(file)));
  let raster: Promise<void> | undefined;

  /** One order from beginning to end, without a pause: the compiler holds one at a time. */
  function set<T>(files: readonly SheetFile[], main: Main, draw: (of: Document) => T) {
    for (const [name, bytes] of files) compiler.mapShadow(`${ROOT}/${name}`, Buffer.from(bytes));
    try {
      return draw(documentOf(compiler, main));
    } finally {
      for (const [name] of files) compiler.unmapShadow(`${ROOT}/${name}`);
      compiler.evictCache(KEPT);
    }
  }

  return {
    /** @param hard as small as it may become, for more work */
    pdf: (files: readonly SheetFile[], hard = false): Uint8Array | Undisplayable =>
      set(files, "certificate.typ", (of) => {
        const made = pdfOf(compiler, of);
        return made instanceof Uint8Array ? packedPdf(made, hard) : made;
      }),
    /** Outlines have no standard that refuses a hole: the same is made as PDF first, to be told. */
    svg: (files: readonly SheetFile[], main: Main): string | Undisplayable =>
      set(files, main, (of) => {
        const checked = pdfOf(compiler, of);
        return "undisplayable" in checked ? checked : compiler.plainSvg(of);
      }),
    png: async (svg: string): Promise<Uint8Array> => {
      await (raster ??= openRaster(locate(RASTER_FILE)));
      const drawn = new Resvg(svg, { fitTo: { mode: "width", value: SHARE_WIDTH } });
      const image = drawn.render();
      const bytes = image.asPng();
      image.free();
      drawn.free();
      return bytes;
    },
  };
}

/** There is one raster in a process, whoever opens it first. */
const openRaster = async (file: URL): Promise<void> => {
  const bytes = await readFile(file);
  try {
    await initWasm(bytes);
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith("Already initialized"))) throw error;
  }
};

const textOf = (file: URL): Promise<string> => readFile(file, "utf8");

type Document = NonNullable<ReturnType<Compiler["compile"]>["result"]>;

function documentOf(compiler: Compiler, main: Main): Document {
  const compiled = compiler.compile({ mainFilePath: `${ROOT}/${main}` });
  const error = compiled.takeError();
  if (error) throw new Error(`a template is wrong: ${diagnosed(compiler, error)}`);
  if (!compiled.result) throw new Error("a template made no document");
  return compiled.result;
}

const diagnosed = (compiler: Compiler, error: NodeError): string =>
  JSON.stringify(compiler.fetchDiagnostics(error));

/** PDF/A refuses a letter that no font has, and a sign that no text may hold: both by name. */
const HOLES = [
  /the text `\\?"(.+?)\\?"` could not be displayed/u,
  /disallowed codepoint `\\?"(.+?)\\?"`/u,
] as const;

function pdfOf(compiler: Compiler, of: Document): Uint8Array | Undisplayable {
  try {
    return new Uint8Array(compiler.pdf(of, { pdfStandard: "a-3a" }));
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    for (const hole of HOLES) {
      const sign = hole.exec(said)?.[1];
      if (sign !== undefined) return { undisplayable: sign };
    }
    throw error;
  }
}
