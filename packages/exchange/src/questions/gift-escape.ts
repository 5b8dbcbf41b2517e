/**
 * Signs that mean something in GIFT, and a character for each that nobody writes, while the text is cut at those that do. In the
 * order of `SIGNS`, from U+E000 on.
 */
const SIGNS = Array.from("\\~=#{}:\n");
const FIRST = 0xe000;
const STAND_INS = /[\uE000-\uE007]/g;

/** A backslash and what follows it as one character; stand-ins of others are not let in. */
export const withStandIns = (text: string): string =>
  text.replaceAll(STAND_INS, "").replaceAll(/\\([\\~=#{}:n])/g, (_, sign: string) => {
    const at = SIGNS.indexOf(sign === "n" ? "\n" : sign);
    return String.fromCharCode(FIRST + at);
  });

/** A line that merely wraps in the file is a space. */
export const unwrapped = (text: string): string => text.replaceAll(/[ \t]*\n[ \t]*/g, " ");

/** The text as it is meant. */
export const withSigns = (text: string): string =>
  text.trim().replaceAll(STAND_INS, (character) => SIGNS[character.charCodeAt(0) - FIRST] ?? "");

/** A text as GIFT has it: on one line. */
export const escaped = (text: string): string =>
  text.replaceAll(/[\\~=#{}:]/g, (sign) => `\\${sign}`).replaceAll(/\r\n?|\n/g, "\\n");
