/** What CASE 1.0 takes for an identifier: a UUID of RFC 4122, versions 1 to 5. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => UUID.test(text);

/** The hex of an identifier, whose case does not count. */
export const hexOf = (uuid: string): string => uuid.toLowerCase().replaceAll("-", "");

/** An id of ours as CASE writes it. One that was made by other rules keeps all but the two digits that tell the rules. */
export function uuidOf(id: string): string {
  const hex = id.slice(id.indexOf("_") + 1);
  const written = [8, 12, 16, 20].reduceRight(
    (text, at) => `${text.slice(0, at)}-${text.slice(at)}`,
    hex,
  );
  if (isUuid(written)) return written;
  return written.replace(/^(.{14}).(.{4}).(.{16})$/, "$15$28$3");
}

/** A UUID that follows from a text: the same file read again gives the same names. FNV-1a of 128 bits; nothing hangs on its secrecy. */
export function uuidFrom(text: string): string {
  let hash = 0x6c62272e07bb014262b821756295c58dn;
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * 0x0000000001000000000000000000013bn);
  return uuidOf(`x_${hash.toString(16).padStart(32, "0")}`);
}
