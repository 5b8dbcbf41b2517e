/**
 * The name of one thing a person asks for, kept for ever: a UUIDv7 (RFC 9562), sortable by time.
 * Make it once, before the first try, and send the same one with every retry.
 */
export function newIntent(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const moment = Math.floor(now).toString(16).padStart(12, "0");
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = "89ab"[(bytes[8] ?? 0) & 3] ?? "8";
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(3, 6)}-${random.slice(6, 18)}`;
}
