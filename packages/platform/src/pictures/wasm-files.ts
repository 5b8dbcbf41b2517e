/** The machine code of the codecs, by the names under which their packages have it. */
export const WASM_FILES = {
  jpeg: "@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm",
  webp: "@jsquash/webp/codec/dec/webp_dec.wasm",
  write: "@jsquash/webp/codec/enc/webp_enc_simd.wasm",
  writeJpeg: "@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm",
} as const;
