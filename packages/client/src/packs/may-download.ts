/** What a browser tells of its network (`navigator.connection`, Network Information API); most tell only a part of it. */
export type Connection = {
  readonly saveData?: boolean | undefined;
  readonly type?: string | undefined;
};

const UNMETERED: ReadonlySet<string> = new Set(["wifi", "ethernet"]);

/**
 * Whether a course may be fetched now without asking. A network that costs money, or that says nothing of itself, waits for Wi-Fi
 * until she says "now": what she pays for by the megabyte is hers to spend.
 */
export function mayDownload(
  connection: Connection | undefined,
  { saysNow, thrifty = false }: { readonly saysNow: boolean; readonly thrifty?: boolean },
): boolean {
  if (saysNow) return true;
  if (thrifty || connection?.saveData) return false;
  return UNMETERED.has(connection?.type ?? "unknown");
}
