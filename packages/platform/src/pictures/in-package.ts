import type { Locate } from "./codecs.ts";

/** The codecs where their packages have them: for whoever runs from the sources. */
export const inPackage: Locate = (file) => new URL(import.meta.resolve(file));
