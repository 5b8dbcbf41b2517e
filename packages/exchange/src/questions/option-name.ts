/** What an option is called by its place from 0: `a` … `z`, and from then on by number: `o27`. */
export const optionName = (at: number): string =>
  at < 26 ? String.fromCharCode(97 + at) : `o${at + 1}`;
