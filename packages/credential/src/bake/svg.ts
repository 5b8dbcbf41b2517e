import { type SaxesAttributeNS, SaxesParser } from "saxes";
import type { Baked } from "./baked.ts";
import { isPlaced, placed } from "./own.ts";

const SVG = "http://www.w3.org/2000/svg";

type Found = { readonly verify: string | undefined; text: string };

/**
 * The drawing with the credential in it, as the standard places it.
 * @throws Error when it is no SVG, or has a credential already
 */
export function bakeSvg(drawing: string, credential: string): string {
  const { root, found, isSvg } = scanned(drawing);
  if (!root || !isSvg) throw new Error("this is no whole SVG");
  if (found.length > 0) throw new Error("this SVG holds a credential already");
  const opened = drawing.slice(0, root.end);
  const isEmpty = opened.endsWith("/>");
  const start = opened.slice(0, isEmpty ? -2 : -1).trimEnd();
  const { name, element } = placed(credential);
  return `${start} ${name}>${element}${isEmpty ? `</${root.name}>` : ""}${drawing.slice(root.end)}`;
}

/** What is baked into an SVG. Nothing that it says of other documents is followed. */
export function unbakeSvg(drawing: string): Baked {
  const { found, isSvg, isBroken } = scanned(drawing);
  if (!isSvg) return { state: "refused", code: "not_a_picture" };
  if (isBroken) return { state: "refused", code: "broken" };
  const [first, ...more] = found;
  if (!first) return { state: "refused", code: "none" };
  if (more.length > 0) return { state: "refused", code: "several" };
  const text = (first.verify ?? first.text).trim();
  return { state: "found", form: first.verify === undefined ? "json" : "jwt", text };
}

function scanned(drawing: string) {
  const parser = new SaxesParser({ xmlns: true });
  const found: Found[] = [];
  let root: { readonly name: string; readonly end: number } | undefined;
  let isSvg = false;
  let isBroken = false;
  let within: Found | undefined;
  parser.on("error", () => {
    isBroken = true;
  });
  parser.on("opentag", (tag) => {
    root ??= { name: tag.name, end: parser.position };
    isSvg ||= tag.uri === SVG && tag.local === "svg";
    if (!isPlaced(tag)) return;
    const verify: SaxesAttributeNS | undefined = tag.attributes["verify"];
    within = { verify: verify?.value, text: "" };
    found.push(within);
  });
  parser.on("closetag", (tag) => {
    if (isPlaced(tag)) within = undefined;
  });
  const take = (text: string): void => {
    if (within) within.text += text;
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.write(drawing).close();
  return { root, found, isSvg, isBroken };
}
