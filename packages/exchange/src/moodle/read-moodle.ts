import type { ReportCode } from "../codes.ts";
import { ExchangeFault } from "../fault.ts";
import { loadPictures } from "../files/pictures.ts";
import { remarks as newRemarks } from "../flow/remarks.ts";
import { pacer } from "../pace.ts";
import { categoryOf, type QuestionOptions, SIGNS } from "../questions/read-gift.ts";
import { quoted } from "../quoted.ts";
import { type FurtherItem, type Reading, readingOf } from "../reading.ts";
import { type Input, sourceOf } from "../source.ts";
import type { XmlNode } from "../xml/node.ts";
import { piecesOf } from "../xml/pieces.ts";
import { readXml } from "../xml/read-xml.ts";
import { base64Files } from "./base64-files.ts";
import { type Fields, written } from "./fields.ts";
import type { Words } from "./options.ts";
import { readQuestion } from "./question.ts";

/** Bytes of a bank with its pictures, of one of them as it is written, and how many questions there may be. */
const [LONGEST, LONGEST_TEXT, MOST] = [32 * 2 ** 20, 28 * 2 ** 20, 5000];

type Draft = { readonly title: string; readonly at: number; readonly items: FurtherItem[] };

/** All questions of a bank. They are few enough to be held, and XML is read without waiting for anything. */
async function questionsIn(input: Input, { signal, onProgress }: QuestionOptions) {
  const source = await sourceOf(input, { most: LONGEST, signal });
  const nodes: XmlNode[] = [];
  let [done, isQuiz] = [0, false];
  await readXml(piecesOf(source), {
    wanted: (name) => name === "question",
    onOpen: (name) => (isQuiz ||= name === "quiz"),
    onNode: (node) => {
      nodes.push(node);
      if (nodes.length > MOST) throw new ExchangeFault("questions.too_many", { most: MOST });
    },
    onBytes: (bytes) => onProgress?.({ done: (done += bytes), total: source.size * 2 }),
    longestText: LONGEST_TEXT,
    signal,
  });
  if (!isQuiz || nodes.length === 0) throw new ExchangeFault("questions.none");
  return { nodes, size: source.size };
}

/** One question; a text in it that is too large to be read costs only itself. */
async function readOne(node: XmlNode, fields: Fields, words: Words) {
  try {
    return await readQuestion(node, fields, words);
  } catch (error) {
    if (!(error instanceof ExchangeFault)) throw error;
    const name = written(node, "name", "text");
    fields.piece.remarks.add("skipped", "question.broken", { words: quoted(name) });
    return { items: [], words: name };
  }
}

/**
 * Reads a bank of questions of Moodle (XML): one lesson for each category. Kinds that are not ours are told by the name of the question;
 * pictures that are written into the file come along.
 * @throws ExchangeFault `file.*`, `xml.*`, `questions.none`, `questions.too_many`; and what the signal was aborted
 * with
 */
export async function readMoodle(input: Input, options: QuestionOptions = {}): Promise<Reading> {
  const { signal, onProgress, words = SIGNS } = options;
  const { nodes, size } = await questionsIn(input, options);
  const remarks = newRemarks<ReportCode>();
  const pace = pacer(signal);
  const files = base64Files();
  const drafts: Draft[] = [{ title: "", at: 1, items: [] }];
  for (const [index, node] of nodes.entries()) {
    const at = index + 1;
    if (node.attributes.get("type") === "category") {
      const title = categoryOf(`:${written(node, "category", "text")}`);
      drafts.push({ title, at, items: [] });
      continue;
    }
    remarks.begin(at);
    const piece = { remarks, at, name: "", pace };
    const { items, words: begins } = await readOne(node, { piece, files }, words);
    remarks.end(written(node, "name", "text") || begins);
    drafts.at(-1)?.items.push(...items);
    await pace(begins.length + 200);
    onProgress?.({ done: size + (size * at) / nodes.length, total: size * 2 });
  }
  const lessons = drafts.filter(({ items }) => items.length > 0);
  if (lessons.length === 0 && remarks.all().length === 0) throw new ExchangeFault("questions.none");
  const everything = lessons.flatMap(({ items }) => items);
  const pictures = await loadPictures(everything, { files: files.files, remarks, pace });
  return readingOf({ title: undefined, lessons, remarks, pictures });
}
