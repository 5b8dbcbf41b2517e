import { files, version } from "virtual:shell-files";
import type { Told } from "./told.ts";

const PREFIX = "shell:";
const NAME = PREFIX + version;
/** Where downloaded courses lie: it is made with the first of them. */
const PACKS = "packs";
/** The last file to come: where it lies, the shell is whole. */
const PAGE = "/200.html";

/**
 * Puts this version on the phone, all of it or nothing. A first time brings what a lesson needs, most of which the page has fetched
 * a moment ago; a newer version brings all that the phone had of the older one, for nobody knows when there is network again.
 * @throws TypeError when a file does not come: the browser then drops this worker and goes on with the one before
 */
export async function install(before: Told | undefined): Promise<void> {
  const wanted = before ? [...files.core, ...(await wantedBy(before))] : files.core;
  const pages = wanted.filter((path) => !isForEver(path));
  try {
    await Promise.all(wanted.filter(isForEver).map(keep));
    for (const path of pages) await keep(path);
    await keep(PAGE);
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

/** Brings what this phone wants beside a lesson. What does not come today comes another day. */
export async function complete(now: Told): Promise<void> {
  if (now.thrifty && !now.again) return;
  for (const path of await wantedBy(now)) await keep(path);
}

const wantedBy = async ({ language, thrifty }: Told): Promise<readonly string[]> => [
  ...files.rest,
  ...files.sentences[language],
  ...(thrifty ? [] : files.fonts[language]),
  ...((await caches.has(PACKS)) ? files.courses[language] : []),
];

/** Drops what no page can ask for any more. The generation before stays: tabs that were open run on it until they are closed. */
export async function clean(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  const whole = await Promise.all(others.map((name) => caches.match(PAGE, { cacheName: name })));
  const last = others.findLast((_, index) => whole[index] !== undefined);
  await Promise.all(others.filter((name) => name !== last).map((name) => caches.delete(name)));
}

/** Takes this app off the phone, but not what she has downloaded. */
export async function removeShells(): Promise<void> {
  const shells = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(shells.map((name) => caches.delete(name)));
}

/** A page of this version, or what the network has for that request. */
export const shellPage = async (request: Request): Promise<Response> =>
  (await caches.match(PAGE, { cacheName: NAME })) ?? fetch(request);

/** Where certificates have their pages, and where they are checked: without network too, once that page was kept (`lib/check/stay.ts`). */
const CERTIFICATE = /^\/(?:v|verify|check)(?=\/|$)/;

/** A page that only the network has, or the one that checks a certificate without it, or the one that says so. */
export async function elsewhere(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const { pathname } = new URL(request.url);
    const [place] = CERTIFICATE.exec(pathname) ?? [];
    if (place && (await caches.has("checking")))
      // What stands behind the `#` goes along with whoever is led on.
      return place === "/check" ? shellPage(request) : Response.redirect(`/check?of=${pathname}`);
    const offline = await caches.match("/offline.html", { cacheName: NAME });
    if (!offline) throw error;
    return offline;
  }
}

const LISTED = new Set([
  ...files.core,
  ...files.rest,
  ...files.used,
  ...files.proof,
  ...Object.values(files.sentences).flat(),
  ...Object.values(files.fonts).flat(),
]);

/** A file by its address, from whichever version has it. One of ours that was not here yet stays: another language, say. */
export async function file(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const kept = await caches.match(pathname, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && LISTED.has(pathname)) {
    const shell = await caches.open(NAME);
    await shell.put(pathname, response.clone()).catch(() => undefined);
  }
  return response;
}

const isForEver = (path: string): boolean => path.startsWith("/_app/immutable/");

/** Keeps a file of this version. @throws TypeError when it does not come */
export async function keep(path: string): Promise<void> {
  const shell = await caches.open(NAME);
  if (await shell.match(path)) return;
  const known = isForEver(path) ? await caches.match(path, { ignoreVary: true }) : undefined;
  const response =
    known ?? (await fetch(path, { cache: isForEver(path) ? "default" : "no-cache" }));
  if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
  if (path.endsWith(".html")) await isOurs(path, response.clone());
  await shell.put(path, response);
}

/** While a newer site is being uploaded its pages may come before its worker, or after: a page must ask for this version's files. */
async function isOurs(path: string, response: Response): Promise<void> {
  const asked = (await response.text()).match(/\/_app\/immutable\/[\w./-]+/g) ?? [];
  const foreign = asked.find((address) => !LISTED.has(address));
  if (foreign) throw new TypeError(`${path} is of another version: it asks for ${foreign}`);
}
