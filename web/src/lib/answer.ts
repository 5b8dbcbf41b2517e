/** What came to a question: the reply, and what it says if that is JSON. */
export type Answer = { readonly response: Response; readonly body: unknown };

/** Asks, and reads what is said at once: a page that finds it read shows it with its first picture. @throws TypeError when the network failed */
export async function answerFrom(address: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(address, init);
  // Nothing for a proxy's own error page or a reply cut short: the status still says enough.
  return { response, body: await response.json().catch(() => undefined) };
}

/** What the page asked for before its scripts were here (`boot/ahead.ts`). It is given once. */
export const answeredAhead = (address: string): Promise<Answer> | undefined =>
  (globalThis as Pick<Window, "asked">).asked?.(address);
