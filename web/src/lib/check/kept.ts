/** Beside the worker's own caches, and never cleared with them. */
const CACHE = "checked";
const AT = "x-kept-at";

/** What the network has under an address now, or the last that it had, with the moment when it came. */
export type Kept = { readonly text: string; readonly at: string; readonly status: number };

/**
 * Asks anew, keeps what comes, and answers with what was kept where nothing comes. A refusal is an answer and is not kept. Where a page
 * may keep nothing, as without TLS, there is the network alone.
 */
export async function fetchKept(address: string): Promise<Kept | undefined> {
  const at = new Date().toISOString();
  try {
    const response = await fetch(address, {
      headers: { accept: "application/json" },
      cache: "no-cache",
    });
    const text = await response.text();
    if (response.ok) await keep(address, text, at);
    // A server in trouble says nothing of what was asked.
    if (response.status < 500 && response.status !== 429)
      return { text, at, status: response.status };
  } catch {
    // No network: what was kept has to do.
  }
  return readKept(address);
}

/** What was kept under an address, without asking. */
export async function readKept(address: string): Promise<Kept | undefined> {
  const kept = await (await own())?.match(address);
  const at = kept?.headers.get(AT);
  return kept && at ? { text: await kept.text(), at, status: 200 } : undefined;
}

async function keep(address: string, text: string, at: string): Promise<void> {
  try {
    await (await own())?.put(address, new Response(text, { headers: { [AT]: at } }));
  } catch {
    // Full storage: it is there for now.
  }
}

/** Addresses of all that was kept. */
export async function keptAddresses(): Promise<readonly string[]> {
  return ((await (await own())?.keys()) ?? []).map(({ url }) => url);
}

const own = (): Promise<Cache | undefined> =>
  "caches" in globalThis ? caches.open(CACHE).catch(() => undefined) : Promise.resolve(undefined);
