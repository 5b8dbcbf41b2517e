import type { Page } from "playwright-core";

type Weighed = {
  readonly path: string;
  readonly type: string;
  readonly media: boolean;
  readonly headerBytes: number;
  bytes: number;
};

const IS_MEDIA = /^(audio|video|image)\//;
const QUIET_MILLISECONDS = 3000;

/** Listens to the wire itself: what each request really brought, compressed as it came. Headers are left out: decision 0021 tells what they add. */
export async function bytesOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  const seen = new Map<string, Weighed>();
  await session.send("Network.enable");
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    const { pathname } = new URL(response.url);
    const media = pathname.startsWith("/content/") && IS_MEDIA.test(response.mimeType);
    // Data written into the page itself came with the page.
    if (!response.url.startsWith("data:"))
      seen.set(requestId, {
        path: pathname,
        type,
        media,
        headerBytes: response.encodedDataLength,
        bytes: 0,
      });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const one = seen.get(requestId);
    if (one) one.bytes = Math.max(0, encodedDataLength - one.headerBytes);
  });
  return {
    /** Sums up once the network is quiet, and so long after that: what loads when the phone is idle counts as well. */
    async quiet(milliseconds = QUIET_MILLISECONDS) {
      await page.waitForLoadState("networkidle");
      await page.waitForTimeout(milliseconds);
      const all = [...seen.values()];
      const lean = all.filter(({ media }) => !media);
      const byType = new Map<string, number>();
      for (const { type, bytes } of lean) byType.set(type, (byType.get(type) ?? 0) + bytes);
      return {
        files: all,
        byType,
        total: lean.reduce((sum, { bytes }) => sum + bytes, 0),
        media: all.reduce((sum, { media, bytes }) => sum + (media ? bytes : 0), 0),
      };
    },
  };
}
