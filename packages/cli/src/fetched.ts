/** A server that takes longer, or sends more, has nothing for us. */
const SECONDS = 10;
const MOST_BYTES = 1024 * 1024;

export type Fetched = { readonly status: number; readonly text: string };

/** What an address answers; nothing where it does not. Only https is asked, but on this computer itself. */
export async function fetched(address: string): Promise<Fetched | undefined> {
  const { protocol, hostname } = new URL(address);
  const isHere = hostname === "localhost" || hostname === "127.0.0.1";
  if (protocol !== "https:" && !isHere) return undefined;
  try {
    const response = await fetch(address, {
      headers: { accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(SECONDS * 1000),
    });
    const text = await response.text();
    return text.length > MOST_BYTES ? undefined : { status: response.status, text };
  } catch {
    return undefined;
  }
}

/** The object that it answers when all is well. */
export async function fetchedObject(
  address: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const answer = await fetched(address);
  return answer?.status === 200 ? objectIn(answer.text) : undefined;
}

export function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
