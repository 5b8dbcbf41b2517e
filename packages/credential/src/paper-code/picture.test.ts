import { readFileSync } from "node:fs";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { beforeAll, expect, it } from "vitest";
import { paperAddress, paperCode, qrSvg, readPaperCode } from "./index.ts";
import { photograph } from "./testing/camera.ts";
import { certificateWith, newKey, SALT } from "./testing/printed.ts";

beforeAll(() => {
  const file = new URL(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } });
});

it.each([
  { turned: 0, blur: 0, noise: 80 },
  { turned: 3, blur: 1, noise: 10 },
  { turned: 12, blur: 1, noise: 20 },
])("a code is read from a picture of 400 points, askew, blurred and noisy: %o", async (shot) => {
  const { key, signer } = await newKey();
  const certificate = certificateWith();
  const code = await paperCode({ certificate, salt: SALT, language: "ar", signer });
  const address = paperAddress("https://d111111abcdef8.cloudfront.net", certificate.id, code);
  const picture = photograph(address, { side: 400, seed: 7, ...shot });
  const [seen] = await readBarcodes(picture, { formats: ["QRCode"] });
  expect(seen?.text).toBe(address);
  expect(await readPaperCode(seen?.text ?? "", [key])).toMatchObject({ key: { kid: key.kid } });
});

it("a drawn square holds what the letters of its label cannot break out of", () => {
  const drawn = qrSvg("https://twiza.example/v/x#y", `"><script>`);
  expect(drawn).toContain('aria-label="&#34;&#62;&#60;script&#62;"');
  expect(drawn).toMatch(/^<svg [^>]+><path fill="#fff" [^>]+\/><path d="M4 4h7v1h-7z/);
});
