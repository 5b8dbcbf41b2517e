/// <reference types="@jsquash/webp/emscripten-types.d.ts" />
import { readFile } from "node:fs/promises";
import readJpeg from "@jsquash/jpeg/codec/dec/mozjpeg_dec.js";
import writeJpeg from "@jsquash/jpeg/codec/enc/mozjpeg_enc.js";
import { defaultOptions as jpegOptions } from "@jsquash/jpeg/meta.js";
import readWebp from "@jsquash/webp/codec/dec/webp_dec.js";
import writeWebp from "@jsquash/webp/codec/enc/webp_enc_simd.js";
import { defaultOptions } from "@jsquash/webp/meta.js";
import { readPng } from "./read-png.ts";
import type { Points } from "./shrink.ts";
import { WASM_FILES } from "./wasm-files.ts";

/** Where a file of `WASM_FILES` lies: in its package, or beside the bundle. */
export type Locate = (file: string) => URL;

/**
 * Codecs of the browsers' own libraries (libjpeg, libwebp) as WebAssembly: the same on every processor. A picture gets memory of
 * its own, which is given back with it.
 */
export function openCodecs(locate: Locate) {
  const known = new Map<string, Promise<WebAssembly.Module>>();
  const moduleOf = (name: keyof typeof WASM_FILES): Promise<WebAssembly.Module> => {
    const asked = known.get(name) ?? compiled(locate(WASM_FILES[name]));
    known.set(name, asked);
    return asked;
  };
  return {
    read: {
      jpeg: async (bytes: Uint8Array): Promise<Points | null> => {
        const said: string[] = [];
        const printErr = (line: string) => said.push(line);
        const options = { ...within(await moduleOf("jpeg")), printErr };
        const codec = await readJpeg(options);
        // As it was held: what the camera says of that does not come along.
        const points = codec.decode(new Uint8Array(bytes), true);
        // It would fill up with grey what is missing.
        return said.some((line) => line.startsWith("Premature end")) ? null : points;
      },
      png: (bytes: Uint8Array): Promise<Points> => Promise.resolve(readPng(bytes)),
      webp: async (bytes: Uint8Array): Promise<Points | null> => {
        const codec = await readWebp(within(await moduleOf("webp")));
        return codec.decode(new Uint8Array(bytes));
      },
    },
    /** @param quality from 0 (small) to 100 */
    writer: async () => {
      const codec = await writeWebp(within(await moduleOf("write")));
      return ({ data, width, height }: Points, quality: number): Uint8Array => {
        const bytes = codec.encode(data, width, height, { ...defaultOptions, quality });
        if (!bytes) throw new Error("the picture could not be written");
        return new Uint8Array(bytes);
      };
    },
    /** Without what covers: a JPEG covers all. In one pass, as old printers read it. @param quality from 0 (small) to 100 */
    jpegWriter: async () => {
      const codec = await writeJpeg(within(await moduleOf("writeJpeg")));
      return ({ data, width, height }: Points, quality: number): Uint8Array => {
        const options = {
          ...jpegOptions,
          progressive: false,
          baseline: true,
          quality,
          chroma_quality: quality,
        };
        return new Uint8Array(codec.encode(data, width, height, options));
      };
    },
  };
}

const compiled = async (file: URL): Promise<WebAssembly.Module> =>
  new WebAssembly.Module(await readFile(file));

/** Starts a codec from what is compiled already, where it would fetch it. */
export const within = (module: WebAssembly.Module) => ({
  noInitialRun: true,
  instantiateWasm: (
    imports: WebAssembly.Imports,
    ready: (instance: WebAssembly.Instance) => void,
  ): WebAssembly.Exports => {
    const instance = new WebAssembly.Instance(module, imports);
    ready(instance);
    return instance.exports;
  },
});

export type Codecs = ReturnType<typeof openCodecs>;
