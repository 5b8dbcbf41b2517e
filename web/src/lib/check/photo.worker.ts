import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

type Asked = {
  readonly binary: ArrayBuffer;
  readonly pictures: readonly (ImageData | undefined)[];
};

/* Looks for a square in pictures of the same, one after another, until one shows it. */
addEventListener("message", ({ data: { binary, pictures } }: MessageEvent<Asked>) => {
  prepareZXingModule({ overrides: { wasmBinary: binary } });
  void (async () => {
    for (const picture of pictures) {
      if (!picture) continue;
      const [found] = await readBarcodes(picture, { formats: ["QRCode"], tryHarder: true });
      if (found?.text) {
        postMessage(found.text);
        return;
      }
    }
    postMessage(undefined);
  })();
});
