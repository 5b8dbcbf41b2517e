import type { Page } from "playwright-core";

type Weighed = {
  readonly path: string;
  readonly type: string;
  readonly media: boolean;
  readonly headerBytes: number;
  bytes: number;
};

/** What came over the wire, in bytes. */
export type Wire = {
  readonly requests: number;
  /** All of it, compressed as it came, status line and headers included. */
  readonly bytes: number;
  /** The part of it that was no header. */
  readonly bodies: number;
};

const IS_MEDIA = /^(audio|video|image)\//;
const QUIET_MILLISECONDS = 3000;

const sum = (files: readonly Weighed[]): Wire => ({
  requests: files.length,
  bytes: files.reduce((all, { bytes }) => all + bytes, 0),
  bodies: files.reduce((all, { bytes, headerBytes }) => all + bytes - headerBytes, 0),
});

/** Listens to the wire itself: what each reply really brought. */
export async function bytesOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  const seen = new Map<string, Weighed>();
  await session.send("Network.enable");
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    // Data written into the page itself came with the page.
    if (response.url.startsWith("data:")) return;
    const { pathname: path } = new URL(response.url);
    const media = path.startsWith("/content/") && IS_MEDIA.test(response.mimeType);
    const headerBytes = response.encodedDataLength;
    seen.set(requestId, { path, type, media, headerBytes, bytes: headerBytes });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const one = seen.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  return {
    /** Sums up once the network is quiet, and so long after that: what loads when the phone is idle counts as well. */
    async quiet(milliseconds = QUIET_MILLISECONDS) {
      await page.waitForLoadState("networkidle");
      await page.waitForTimeout(milliseconds);
      // What was fetched ahead is answered a second time without the wire.
      const files = [...seen.values()].filter(({ bytes }) => bytes > 0);
      return {
        files,
        all: sum(files),
        /** All but pictures and sound. */
        lean: sum(files.filter(({ media }) => !media)),
        script: sum(files.filter(({ type }) => type === "Script")),
      };
    },
  };
}
