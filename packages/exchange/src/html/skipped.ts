import { quoted } from "../quoted.ts";
import type { FurtherRemarks } from "../reading.ts";
import type { Page } from "./flow.ts";
import { attributeOf, elementsOf, type HtmlNode, wordsIn } from "./tree.ts";

type Skip = (node: HtmlNode, remarks: FurtherRemarks, page: Page) => void;
const silently: Skip = () => undefined;

/** Where something comes from: its own address, or that of the first source in it. */
const addressOf = (node: HtmlNode): string =>
  attributeOf(node, "src") ??
  attributeOf(node, "data") ??
  elementsOf(node, "source", "param", "embed").flatMap(
    (child) => attributeOf(child, "src") ?? attributeOf(child, "value") ?? [],
  )[0] ??
  "";

const named =
  (code: "audio.skipped" | "video.skipped"): Skip =>
  (node, remarks) =>
    remarks.add("skipped", code, { name: quoted(addressOf(node)) });
const frame: Skip = (node, remarks, page) => {
  const url = addressOf(node);
  if (!page.isFollowed?.(url)) remarks.add("skipped", "frame.skipped", { url: quoted(url) });
};
const field: Skip = (_, remarks) => remarks.tally("skipped", "form.skipped");
const worded =
  (code: "drawing.skipped" | "formula.skipped"): Skip =>
  (node, remarks) =>
    remarks.add("skipped", code, { words: quoted(wordsIn(node)) });

const ways: Skip = (node, remarks) => {
  if (wordsIn(node).trim() !== "") remarks.tally("skipped", "contents.skipped");
};

/** What no lesson can hold. */
const SKIPPED: Readonly<Record<string, Skip>> = {
  script: (_, remarks) => remarks.tally("skipped", "script.skipped"),
  style: silently,
  head: silently,
  title: silently,
  meta: silently,
  link: silently,
  base: silently,
  template: silently,
  noscript: silently,
  noframes: silently,
  rt: silently,
  rp: silently,
  map: silently,
  nav: ways,
  audio: named("audio.skipped"),
  bgsound: named("audio.skipped"),
  video: named("video.skipped"),
  iframe: frame,
  frame,
  object: frame,
  embed: frame,
  applet: frame,
  svg: worded("drawing.skipped"),
  canvas: worded("drawing.skipped"),
  math: worded("formula.skipped"),
  input: field,
  select: field,
  textarea: field,
  button: field,
  datalist: silently,
};

/** What programs call the ways through their pages. */
const WAYS =
  /(?:^|\s)(?:pagination|(?:top|bottom)Pagination|nav|navigation|navbar|siteNav|skipNav|breadcrumbs?)(?:\s|$)/i;
/** What only a machine was to read aloud. */
const ALOUD = /(?:^|\s)(?:sr-av|sr-only|visually-hidden|screen-reader-text)(?:\s|$)/;

const isWay = (node: HtmlNode): boolean =>
  attributeOf(node, "role") === "navigation" ||
  WAYS.test(attributeOf(node, "class") ?? "") ||
  WAYS.test(attributeOf(node, "id") ?? "");

const isHidden = (node: HtmlNode): boolean =>
  attributeOf(node, "hidden") !== undefined ||
  ALOUD.test(attributeOf(node, "class") ?? "") ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(
    attributeOf(node, "style") ?? "",
  );

/** Leaves out what no lesson can hold, and what nobody would have seen; answers whether it was that. */
export function skip(node: HtmlNode, page: Page): boolean {
  const { remarks } = page;
  const how = Object.hasOwn(SKIPPED, node.name) ? SKIPPED[node.name] : undefined;
  if (how) {
    how(node, remarks, page);
    return true;
  }
  if (isWay(node)) {
    ways(node, remarks, page);
    return true;
  }
  if (!isHidden(node)) return false;
  const words = quoted(wordsIn(node));
  if (words !== "") remarks.add("skipped", "hidden.skipped", { words });
  return true;
}
