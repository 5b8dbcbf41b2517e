/** The digits that somebody wrote, in Latin writing; nothing when they are not four to eight. */
export function pinIn(written: string): string | undefined {
  const digits = written
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\s/g, "");
  return /^\d{4,8}$/.test(digits) ? digits : undefined;
}
