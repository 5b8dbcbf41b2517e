import type { Block, DraftBlock } from "@twiza/contract";
import { unanswerable, withSteps } from "@twiza/contract/marking";
import { isUnwritten, type Of, type Picture } from "./blocks.ts";
import { wordsOf } from "./rich-text.ts";

/** The block as a learner would meet it; nothing as long as there is nothing to show her. */
export function shown(key: string, block: DraftBlock): Block | undefined {
  if (block.kind === "picture") {
    const picture = shownPicture(block);
    return picture && { kind: block.kind, key, ...picture };
  }
  if (block.kind === "gallery") return shownGallery(key, block);
  if (block.kind === "title" || isUnwritten(block)) return undefined;
  if (block.kind === "video") return shownVideo(key, block);
  if (block.kind === "question") return shownQuestion(key, block);
  if (block.kind === "file") {
    const { media } = block;
    return media && isDocument(media) ? { ...block, media, key } : undefined;
  }
  return block.kind === "link" && !isAddress(block.href) ? undefined : { ...block, key };
}

type Media = NonNullable<Picture["media"]>;
type Document = Extract<Block, { kind: "file" }>["media"];
const isDocument = (media: Media): media is Media & Document =>
  !/^(?:image|audio|video)\//.test(media.type);

/** Whether a card may lead there: the whole address of another site, encrypted. */
export const isAddress = (href: string): boolean =>
  /^https:\/\/\S+$/i.test(href) && URL.canParse(href);

/** The kinds of question that phones have always had are shown as far as they are; of the others half a one is no question. */
function isAsked({ question, options, picture, prompt }: Of<"question">): boolean {
  if (["choice", "multiple", "truefalse", "number"].includes(question)) return true;
  return !unanswerable({ question, options, picture, prompt: wordsOf(prompt) });
}

function shownQuestion(key: string, block: Of<"question">): Block | undefined {
  const asked = block.question === "likert" ? { ...block, options: [...withSteps(block.options)] } : block; // prettier-ignore
  return isAsked(asked) ? { ...asked, key } : undefined;
}

type Film = Extract<Block, { kind: "video" }>;
const isFilm = (media: Media | undefined): media is Media & Film["media"] =>
  media?.type.startsWith("video/") ?? false;
const isSound = (media: Media | undefined): media is Media & NonNullable<Film["sound"]> =>
  media?.type === "audio/ogg";

function shownVideo(key: string, { media, sound, captions, ...rest }: Of<"video">) {
  if (!isFilm(media)) return undefined;
  const said = captions.filter(({ from, to, text }) => to > from && text.trim() !== "");
  return { ...rest, key, media, captions: said, ...(isSound(sound) ? { sound } : {}) };
}

function shownPicture({ media, decorative, alt, caption }: Picture) {
  if (!media || (!decorative && !alt.trim() && !caption?.trim())) return undefined;
  if (decorative) return { media, alt: "", decorative };
  return { media, alt, ...(caption === undefined ? {} : { caption }) };
}

/** Those of its pictures that can be seen already. */
function shownGallery(key: string, { view, pictures }: Of<"gallery">): Block | undefined {
  const seen = pictures.flatMap(({ id, ...picture }) => {
    const it = shownPicture(picture);
    return it ? { id, ...it } : [];
  });
  const isShown = view === "compare" ? seen.length === 2 : seen.length > 0;
  return isShown ? { kind: "gallery", key, view, pictures: seen } : undefined;
}
