import { nameOf } from "../files/path.ts";
import { raisedText } from "../flow/raised.ts";
import { isHref, type Mark, withMark } from "../flow/texts.ts";
import { quoted } from "../quoted.ts";
import { put } from "./flow.ts";
import { readAll, type Reader } from "./scope.ts";
import { attributeOf, wordsIn } from "./tree.ts";

const readLink: Reader = (node, scope) => {
  const { remarks } = scope.page;
  const href = (attributeOf(node, "href") ?? "").replaceAll(" ", "%20");
  if (isHref(href)) {
    const marks = withMark(scope.marks, { type: "link", attrs: { href } });
    return readAll(node, { ...scope, marks });
  }
  const words = quoted(wordsIn(node));
  if (href.startsWith("#") || !/^[a-z][a-z0-9+.-]*:/i.test(href)) {
    if (href !== "" && words !== "") remarks.tally("changed", "link.internal");
  } else remarks.add("changed", "link.refused", { url: quoted(href), words });
  readAll(node, scope);
};

const readPicture: Reader = (node, { page }) => {
  const src = attributeOf(node, "src") ?? "";
  const sides = [attributeOf(node, "width"), attributeOf(node, "height")].map(Number);
  // A dot that keeps things apart.
  if (src === "" || sides.some((side) => side > 0 && side <= 3)) return;
  page.pictures.push({ relation: nameOf(src, page.name), alt: attributeOf(node, "alt") ?? "" });
};

/** Words that are raised or lowered, as characters that are so by themselves. */
const readRaised: Reader = (node, scope) => {
  const words = wordsIn(node).trim();
  const raised = raisedText(words, node.name === "sup" ? "superscript" : "subscript");
  if (raised === undefined) {
    if (words !== "") scope.page.remarks.tally("changed", "formatting.dropped", "raised");
    return readAll(node, scope);
  }
  scope.page.remarks.tally("changed", "raised.written");
  put(scope.page, raised, scope.marks);
};

const marked =
  (mark: Mark): Reader =>
  (node, scope) =>
    readAll(node, { ...scope, marks: withMark(scope.marks, mark) });
const [bold, italic] = [marked({ type: "bold" }), marked({ type: "italic" })];

const without =
  (kind: string): Reader =>
  (node, scope) => {
    if (wordsIn(node).trim() !== "")
      scope.page.remarks.tally("changed", "formatting.dropped", kind);
    readAll(node, scope);
  };
const [underline, strike] = [without("underline"), without("strike")];

const code: Reader = (node, scope) => {
  scope.page.remarks.tally("changed", "code.plain");
  readAll(node, scope);
};

/** Elements that stand in a line of words, and mean something there. */
export const INLINE_READERS: Readonly<Record<string, Reader>> = {
  b: bold,
  strong: bold,
  i: italic,
  em: italic,
  cite: italic,
  dfn: italic,
  var: italic,
  u: underline,
  ins: underline,
  s: strike,
  strike,
  del: strike,
  mark: without("highlight"),
  sup: readRaised,
  sub: readRaised,
  code,
  kbd: code,
  samp: code,
  tt: code,
  a: readLink,
  img: readPicture,
  br: (_, { page, marks }) => put(page, "\n", marks, true),
  q: (node, scope) => {
    put(scope.page, "“", scope.marks);
    readAll(node, scope);
    put(scope.page, "”", scope.marks, true);
  },
};
