/** Reads one frame of a film; nothing when there is no square in it. */
export type ReadFrame = (video: HTMLVideoElement) => Promise<string | undefined>;

type Detector = { detect(source: CanvasImageSource): Promise<readonly { rawValue: string }[]> };
type DetectorClass = new (options: { formats: readonly string[] }) => Detector;

/** The phone's own reader where it has one, which also sees what is blurred; else one that comes with this page. */
export async function openReader(): Promise<ReadFrame> {
  // No type of it in TypeScript's own library: it is not in every browser.
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  if (BarcodeDetector) {
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const { decodeQR } = await import("qr/decode.js");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    if (!context || canvas.width === 0) return undefined;
    context.drawImage(video, 0, 0);
    try {
      return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      // No square in this frame: the next may have one.
      return undefined;
    }
  };
}
