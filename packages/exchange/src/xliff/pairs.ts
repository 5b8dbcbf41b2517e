import type { RichInline } from "@twiza/contract";
import { type Field, fieldsOf } from "./fields.ts";
import { type Code, codesAfter, codesOf, counter } from "./inline-codes.ts";
import { standingOf, type Standing, type TranslatedLesson, unitId } from "./lesson.ts";
import { frameOf, hasWords, segmentsOf } from "./segments.ts";

/** A sentence beside its translation, if there is one, with the signs of both. */
export type Pair = {
  readonly id: string;
  /** Its place among the sentences of the field. */
  readonly at: number;
  readonly source: readonly RichInline[];
  readonly sourceCodes: readonly Code[];
  readonly target: readonly RichInline[] | undefined;
  readonly targetCodes: readonly Code[];
};

/** A field of a lesson to be translated: what a `<unit>` is made from, and what it is read back against. */
export type Unit = {
  readonly id: string;
  readonly key: string;
  readonly field: Field;
  readonly standing: Standing;
  readonly pairs: readonly Pair[];
  /** Sentences of the translation, by their place, at which the original has none: they stay. */
  readonly extra: ReadonlyMap<number, readonly RichInline[]>;
  /** A translation that does not correspond sentence by sentence. */
  readonly otherwise: Field | undefined;
};

function pairsOf(source: Field, target: Field | undefined): Pair[] {
  const [sourceId, targetId] = [counter("c"), counter("t")];
  const targets = target && segmentsOf(target);
  return segmentsOf(source).flatMap((texts, at) => {
    if (!hasWords(texts)) return [];
    const sourceCodes = codesOf(texts, sourceId);
    const translated = targets?.[at];
    const isThere = translated !== undefined && hasWords(translated);
    const targetCodes = isThere ? codesAfter(translated, sourceCodes, targetId) : [];
    const id = `s${at + 1}`;
    return [
      { id, at, source: texts, sourceCodes, target: isThere ? translated : undefined, targetCodes },
    ];
  });
}

function extraOf(source: Field, target: Field | undefined): Unit["extra"] {
  const originals = segmentsOf(source);
  const texts = target ? segmentsOf(target) : [];
  return new Map(
    texts.flatMap((each, at) => (hasWords(originals[at] ?? []) ? [] : [[at, each] as const])),
  );
}

/** Everything in a lesson that can be translated, in its order. What has no words in the original has no unit. */
export function unitsOf(lesson: TranslatedLesson): Unit[] {
  const targets = new Map(lesson.target.map(({ key, block }) => [key, fieldsOf(block)]));
  return lesson.source.flatMap(({ key, block }) =>
    fieldsOf(block).flatMap((field): Unit[] => {
      const target = targets.get(key)?.find(({ name }) => name === field.name);
      const fits = target && frameOf(target) === frameOf(field);
      const pairs = pairsOf(field, fits ? target : undefined);
      if (pairs.length === 0) return [];
      const isOtherwise = target && !fits && segmentsOf(target).some(hasWords);
      const standing = standingOf(lesson, key);
      return [
        {
          id: unitId(key, field),
          key,
          field,
          standing,
          pairs,
          extra: extraOf(field, fits ? target : undefined),
          otherwise: isOtherwise ? target : undefined,
        },
      ];
    }),
  );
}
