import { base64url } from "../base64url.ts";

/** A short name of a text by its bytes: 48 bits of its SHA-256. It tells things apart, and proves nothing. */
export async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return base64url(new Uint8Array(bytes).slice(0, 6));
}
