import { createRequire } from "node:module";
import type { Locate, Native } from "./engine.ts";
import { NATIVE_FILE, NATIVE_PACKAGE, TEMPLATE_FILES } from "./files.ts";

const isTemplate = (file: string): boolean => TEMPLATE_FILES.some((each) => each === file);

/** Fonts, templates and the raster where their packages have them: for whoever runs from the sources. */
export const inPackage: Locate = (file) =>
  isTemplate(file)
    ? new URL(`../templates/${file}`, import.meta.url)
    : new URL(import.meta.resolve(file));

/** The compiler that npm laid in for this computer. @throws where there is none */
export const nativeInPackage: Native = () => {
  const require = createRequire(import.meta.url);
  // Machine code has no types of its own; the package says which it has.
  return require("@myriaddreamin/typst-ts-node-compiler") as ReturnType<Native>;
};

/** Where npm laid the compiler of the cloud, which it does on a computer like that alone. */
export function nativeOfCloud(): string | undefined {
  try {
    // It is a package of the compiler's, not of ours.
    const compiler = createRequire(import.meta.url).resolve(
      "@myriaddreamin/typst-ts-node-compiler",
    );
    return createRequire(compiler).resolve(`${NATIVE_PACKAGE}/${NATIVE_FILE}`);
  } catch {
    return undefined;
  }
}
