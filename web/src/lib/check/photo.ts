import wasm from "zxing-wasm/reader/zxing_reader.wasm?url";

/** What a photo is drawn at to be read: larger ones only cost time. */
const SIDES = [1600, 800] as const;

type Detector = { detect(source: ImageBitmap): Promise<readonly { rawValue: string }[]> };
type DetectorClass = new (options: { formats: readonly string[] }) => Detector;

/**
 * The text of the square in a photo: by the phone's own reader, else by the small one that films squares, and where neither sees any, by
 * the large one, which also sees what is blurred and comes only then. @throws TypeError when it cannot come
 */
export async function squareIn(file: Blob): Promise<string | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  return (await byPhone(picture)) ?? (await bySmall(picture)) ?? byLarge(picture);
}

async function byPhone(picture: ImageBitmap): Promise<string | undefined> {
  // No type of it in TypeScript's own library: it is not in every browser.
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  if (!BarcodeDetector) return undefined;
  const found = await new BarcodeDetector({ formats: ["qr_code"] }).detect(picture).catch(() => []);
  return found[0]?.rawValue;
}

async function bySmall(picture: ImageBitmap): Promise<string | undefined> {
  const { decodeQR } = await import("qr/decode.js");
  for (const side of SIDES) {
    const points = pointsOf(picture, side);
    try {
      if (points) return decodeQR(points);
    } catch {
      // None at this size.
    }
  }
  return undefined;
}

/** Aside, so that the page stays alive, and since a page of ours may not run such code (its policy), while a worker of its own may. */
async function byLarge(picture: ImageBitmap): Promise<string | undefined> {
  const binary = await (await fetch(wasm)).arrayBuffer();
  const worker = new Worker(new URL("./photo.worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener("error", () => reject(new TypeError("the reader did not come")));
      worker.addEventListener("message", ({ data }: MessageEvent<string | undefined>) =>
        resolve(data),
      );
      worker.postMessage({ binary, pictures: SIDES.map((side) => pointsOf(picture, side)) });
    });
  } finally {
    worker.terminate();
  }
}

function pointsOf(picture: ImageBitmap, most: number): ImageData | undefined {
  const scale = Math.min(1, most / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width, picture.height].map((each) => Math.max(1, Math.round(each * scale))) as [number, number]; // prettier-ignore
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context?.drawImage(picture, 0, 0, width, height);
  return context?.getImageData(0, 0, width, height);
}
