/** What is shared: words and an address. */
export type Shared = { readonly title: string; readonly text: string; readonly url: string };

/** Opens the phone's own sharing. Closing it without choosing is no failure. */
export async function shareByPhone(shared: Shared): Promise<void> {
  try {
    await navigator.share(shared);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
  }
}
export const canShare = (): boolean => typeof navigator.share === "function";

/** Opens WhatsApp with the words written. */
export const whatsAppAddress = ({ text, url }: Shared): string =>
  `https://wa.me/?${new URLSearchParams({ text: `${text}\n${url}` }).toString()}`;

/** Whether the address could be copied. */
export async function copied({ url }: Shared): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(url);
    return true;
  } catch {
    // No clipboard on this page, or it was refused: the address stands on the screen to be copied by hand.
    return false;
  }
}
