import { quoted } from "../quoted.ts";
import type { FurtherRemarks } from "../reading.ts";
import type { Page } from "./flow.ts";
import { attributeOf, elementsOf, type HtmlNode, wordsIn } from "./tree.ts";

type Skip = (node: HtmlNode, remarks: FurtherRemarks) => void;
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
const frame: Skip = (node, remarks) =>
  remarks.add("skipped", "frame.skipped", { url: quoted(addressOf(node)) });
const field: Skip = (_, remarks) => remarks.tally("skipped", "form.skipped");
const worded =
  (code: "drawing.skipped" | "formula.skipped"): Skip =>
  (node, remarks) =>
    remarks.add("skipped", code, { words: quoted(wordsIn(node)) });

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
  nav: (node, remarks) => {
    if (wordsIn(node).trim() !== "") remarks.tally("skipped", "contents.skipped");
  },
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

const isHidden = (node: HtmlNode): boolean =>
  attributeOf(node, "hidden") !== undefined ||
  attributeOf(node, "type") === "hidden" ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(
    attributeOf(node, "style") ?? "",
  );

/** Leaves out what no lesson can hold, and what nobody would have seen; answers whether it was that. */
export function skip(node: HtmlNode, { remarks }: Page): boolean {
  const how = Object.hasOwn(SKIPPED, node.name) ? SKIPPED[node.name] : undefined;
  if (how) {
    how(node, remarks);
    return true;
  }
  if (attributeOf(node, "role") === "navigation") {
    SKIPPED["nav"]?.(node, remarks);
    return true;
  }
  if (!isHidden(node)) return false;
  const words = quoted(wordsIn(node));
  if (words !== "") remarks.add("skipped", "hidden.skipped", { words });
  return true;
}
