/// <reference lib="dom" />
import type { Page } from "playwright-core";

/** Headless there is no camera: this page's one films the square that the other page shows just then. */
export async function films(page: Page, shown: Page): Promise<void> {
  await page.exposeFunction("squareThere", () =>
    shown.evaluate(() => {
      const square = document.querySelector("main figure svg")?.cloneNode(true);
      if (!(square instanceof SVGElement)) return "";
      for (const side of ["width", "height"]) square.setAttribute(side, "800");
      // The page's colours do not go along with the picture.
      square.querySelector("rect")?.setAttribute("fill", "#fff");
      return `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(square))}`;
    }),
  );
  await page.evaluate(() => {
    const { squareThere } = globalThis as unknown as { squareThere: () => Promise<string> };
    navigator.mediaDevices.getUserMedia = () => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [900, 900];
      const context = canvas.getContext("2d");
      const image = new Image();
      const film = async (): Promise<void> => {
        const src = await squareThere();
        if (src !== "") {
          image.src = src;
          await image.decode();
          context?.fillRect(0, 0, 900, 900);
          context?.drawImage(image, 50, 50);
        }
        setTimeout(() => void film(), 100);
      };
      void film();
      return Promise.resolve(canvas.captureStream(10));
    };
  });
}
