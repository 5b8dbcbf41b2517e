import type { FlowPicture, Shown } from "../flow/flow.ts";
import type { ImportedImage, ImportedPicture, ImportedQuestion } from "../imported.ts";

type Named = {
  readonly picture?: FlowPicture | undefined;
  /** By the place of the option. */
  readonly options?: readonly (FlowPicture | undefined)[];
};

const imageOf = ({ bytes, type, name }: ImportedPicture): ImportedImage => ({ bytes, type, name });

/** A question with the pictures that belong to it and to its options, once their bytes are here; nothing where it names none. */
export function shownOf(
  question: ImportedQuestion,
  { picture, options = [] }: Named,
): { readonly shows?: Shown<ImportedQuestion> } {
  const named = [picture, ...options];
  const pictures = named.flatMap((each) => each ?? []);
  if (pictures.length === 0) return {};
  const block = (found: readonly (ImportedPicture | undefined)[]): ImportedQuestion => {
    const [own, ...others] = named.map((each) => each && found[pictures.indexOf(each)]);
    return {
      ...question,
      options: question.options.map((option, at) => {
        const shown = others[at];
        return shown ? { ...option, picture: imageOf(shown) } : option;
      }),
      ...(own && { picture: { image: imageOf(own), alt: own.alt } }),
    };
  };
  return { shows: { pictures, block } };
}
