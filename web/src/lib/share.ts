/** What is shared: words and an address, and a picture where the phone can hand on files. */
export type Shared = { readonly title: string; readonly text: string; readonly url: string };

/** Opens the phone's own sharing. Closing it without choosing is no failure. */
export async function shareByPhone(shared: Shared, picture: File | undefined): Promise<void> {
  const withPicture = picture && { files: [picture], ...inWords(shared) };
  const data = withPicture && canShare(withPicture) ? withPicture : shared;
  try {
    await navigator.share(data);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
  }
}
/** Some apps drop an address that comes beside a file: it goes among the words. */
const inWords = ({ title, text, url }: Shared) => ({ title, text: `${text}\n${url}` });
const canShare = (data: ShareData): boolean =>
  typeof navigator.canShare === "function" && navigator.canShare(data);

export const hasSharing = (): boolean => typeof navigator.share === "function";

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
