import { mentionOf, piecesOf } from "@twiza/contract/together";

/** Somebody who can be mentioned, under a name that nobody else in the list has. */
export type Named = {
  readonly accountId: string;
  readonly label: string;
  readonly isOwner: boolean;
};

/** The same people, told apart where two have the same name. */
export function labelled(
  people: readonly { accountId: string; name: string; isOwner: boolean }[],
): readonly Named[] {
  const seen = new Map<string, number>();
  return people.map(({ accountId, name, isOwner }) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { accountId, label: count === 1 ? name : `${name} (${count})`, isOwner };
  });
}

/** The `@` that the caret stands behind, and what was typed since; nothing when there is none near. */
export function mentionAt(
  text: string,
  caret: number,
): { readonly from: number; readonly query: string } | undefined {
  const from = text.lastIndexOf("@", caret - 1);
  if (from < 0) return undefined;
  const query = text.slice(from + 1, caret);
  const isBeginning = from === 0 || /[\s([«"'’،,]/.test(text.charAt(from - 1));
  // A name has a few words; whoever goes on beyond them writes something else.
  const isName = !/[\n@]/.test(query) && !query.startsWith(" ") && query.split(" ").length <= 4;
  return isBeginning && isName && query.length <= 40 ? { from, query } : undefined;
}

/** As a name is looked for: without marks over letters, in one case, and with the letters of Arabic that people exchange made one. */
const folded = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[أإآٱ]/g, "ا")
    .replaceAll("ة", "ه")
    .replaceAll("ى", "ي");

const MOST_OFFERED = 6;
/** Those of whom a part of the name begins so, in the order in which they came. */
export function matching(people: readonly Named[], query: string): readonly Named[] {
  const wanted = folded(query.trimEnd());
  return people
    .filter(({ label }) => {
      const name = folded(label);
      return name.startsWith(wanted) || name.includes(` ${wanted}`);
    })
    .slice(0, MOST_OFFERED);
}

/** Whether what follows the `@` is somebody's whole name already, with other words behind it. */
export const isNamed = (people: readonly Named[], query: string): boolean =>
  people.some(
    ({ label }) => query.startsWith(label) && /^[^\p{L}\p{N}]/u.test(query.slice(label.length)),
  );

/** The text with somebody's name in place of what was typed of it, and where the caret stands then. */
export function withMention(
  text: string,
  { from, caret, label }: { readonly from: number; readonly caret: number; readonly label: string },
): { readonly text: string; readonly caret: number } {
  const before = `${text.slice(0, from)}@${label} `;
  return { text: before + text.slice(caret).replace(/^ /, ""), caret: before.length };
}

const isLetter = (sign: string): boolean => /[\p{L}\p{N}\p{M}]/u.test(sign);

/** As it is kept: people by account. The longest name first, so that no other is taken for the beginning of it. */
export function asKept(text: string, people: readonly Named[]): string {
  const byLength = people.toSorted((a, b) => b.label.length - a.label.length);
  let kept = "";
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const who =
      rest.startsWith("@") &&
      byLength.find(
        ({ label }) => rest.startsWith(label, 1) && !isLetter(rest.charAt(label.length + 1)),
      );
    kept += who ? mentionOf(who.accountId) : rest.charAt(0);
    at += who ? who.label.length + 1 : 1;
  }
  return kept;
}

/** As it is written: people by name. */
export const asWritten = (text: string, nameOf: (accountId: string) => string): string =>
  piecesOf(text)
    .map((piece) => ("words" in piece ? piece.words : `@${nameOf(piece.accountId)}`))
    .join("");
