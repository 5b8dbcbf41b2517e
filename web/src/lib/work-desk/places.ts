import { nearest, t } from "#lib";
import { clock } from "../media/recorder/clock.ts";
import type { Assignment, Piece, Place, Submission } from "./mark-draft.ts";

/** So many letters say which stretch of the text is meant. */
const ENOUGH = 80;

/** What a piece of work is called: its kind, and which of that kind it is. */
export function pieceName({ proofs }: Pick<Submission, "proofs">, piece: Piece): string {
  const number = proofs.filter(({ kind }) => kind === piece.kind).indexOf(piece) + 1;
  return t(`marking.${piece.kind}`, { number });
}

/** Where in the work something is said, in words. What is no part of it any more has no name. */
export function placeName(work: Pick<Submission, "proofs" | "text">, place: Place): string {
  if (place.on === "text") {
    const words = (work.text ?? "").slice(place.from, place.to);
    const short = Array.from(words).slice(0, ENOUGH).join("");
    return t("marking.note.on.text", { words: short === words ? words : `${short}…` });
  }
  const piece = work.proofs.find(({ hash }) => hash === place.proof);
  if (!piece) return "";
  const number = work.proofs.filter(({ kind }) => kind === piece.kind).indexOf(piece) + 1;
  if (place.on === "photo") return t("marking.note.on.photo", { number });
  if (place.on === "file") return t("marking.note.on.file", { number });
  return t("marking.note.on.moment", { clock: clock(place.second), of: pieceName(work, piece) });
}

/** What the level of a criterion says of the work. A level that the rubric does not have says nothing. */
export function levelText({ criteria }: Assignment, criterion: string, level: number): string {
  const found = criteria.find(({ id }) => id === criterion)?.levels[level];
  return found ? nearest(found.text).text : "";
}
