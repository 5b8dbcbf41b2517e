import { existsSync, statfsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import Packed, { inflate } from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
export const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A microphone that beeps, and a hand that allows it.
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
  // All pages of a device in one process: a new one learns our scripts and the scanners anew, which is a tenth of the suite's time.
  "--renderer-process-limit=1",
  // What draws and what fetches are threads here, not processes: each message between two processes costs two wakings and a copy.
  "--in-process-gpu",
  // The last list is the one that holds: these are Playwright's own, and one more.
  "--enable-features=CDPScreenshotNewSurface,SkipListAccountsWithoutGaiaCookies,NetworkServiceInProcess2",
  // No page here lives long enough to get back what V8 compiles beside it.
  "--js-flags=--single-threaded",
];
/** Shared memory lies in memory where there is some: Playwright puts it on the disk, for containers that have none. */
const SHARED_MEMORY = "/dev/shm";
const ENOUGH_SHARED = 512 * 2 ** 20;

/**
 * A real Chromium: the computer's own, else the one that an npm package carries, with the libraries that it carries too.
 * @throws Error with one sentence that says what this computer lacks
 */
export const launchChromium = async (): Promise<Browser> => {
  const executablePath = await chromiumPath();
  const ignoreDefaultArgs = hasSharedMemory() ? ["--disable-dev-shm-usage"] : [];
  const launch = () =>
    withLibraries((env) =>
      chromium.launch({ executablePath, args: FLAGS, env, ignoreDefaultArgs }),
    );
  // One start in some hundreds ends before it is answered; all files of its process would fail with it.
  return launch().catch(launch);
};

function hasSharedMemory(): boolean {
  if (!existsSync(SHARED_MEMORY)) return false;
  const { bavail, bsize } = statfsSync(SHARED_MEMORY);
  return bavail * bsize >= ENOUGH_SHARED;
}

/** Starts a Chromium, with the libraries that the package carries where this computer has none. */
export async function withLibraries<T>(start: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  try {
    return await start(process.env);
  } catch (error) {
    if (!isLibraryMissing(error)) throw error;
  }
  // Debian's libnss3 and libnspr4 are not there: the package ships those of Amazon Linux.
  const folder = await inflate(
    join(dirname(packageOf("@sparticuz/chromium")), "bin/al2023.tar.br"),
  );
  try {
    return await start({ ...process.env, LD_LIBRARY_PATH: join(folder, "lib") });
  } catch (error) {
    if (!isLibraryMissing(error)) throw error;
    throw new Error(
      "Chromium cannot start: this computer lacks libnss3 or libnspr4. Install both, or a system Chromium.",
      { cause: error },
    );
  }
}

/** Where that Chromium lies; unpacked first, if need be. */
export const chromiumPath = async (): Promise<string> =>
  SYSTEM.find(existsSync) ?? (await Packed.executablePath());

const isLibraryMissing = (error: unknown): boolean =>
  error instanceof Error && error.message.includes("error while loading shared libraries");

/** The package does not export its own package.json, so its folder is found by its main file. */
const packageOf = (name: string): string => dirname(createRequire(import.meta.url).resolve(name));
