import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from "saxes";
import type { Baked } from "./baked.ts";

/** The namespace of Open Badges 3.0; that of 2.0 was another. */
const NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
const SVG = "http://www.w3.org/2000/svg";

type Found = { readonly verify: string | undefined; text: string };

/**
 * The drawing with the credential in it, as the standard places it: a JWT in an attribute, JSON as text of its own.
 * @throws Error when it is no SVG, or has a credential already
 */
export function bakeSvg(drawing: string, credential: string): string {
  const { root, found, isSvg } = scanned(drawing);
  if (!root || !isSvg) throw new Error("this is no whole SVG");
  if (found.length > 0) throw new Error("this SVG holds a credential already");
  // What would close the text is written so that JSON reads the same.
  const inside = credential.startsWith("{")
    ? `><![CDATA[${credential.replaceAll("]]>", "]]\\u003e")}]]></openbadges:credential>`
    : ` verify="${credential}"/>`;
  const opened = drawing.slice(0, root.end);
  const isEmpty = opened.endsWith("/>");
  const start = opened.slice(0, isEmpty ? -2 : -1).trimEnd();
  const element = `<openbadges:credential${inside}`;
  return `${start} xmlns:openbadges="${NAMESPACE}">${element}${isEmpty ? `</${root.name}>` : ""}${drawing.slice(root.end)}`;
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
  const isCredential = ({ uri, local }: SaxesTagNS): boolean =>
    uri === NAMESPACE && local === "credential";
  parser.on("error", () => {
    isBroken = true;
  });
  parser.on("opentag", (tag) => {
    root ??= { name: tag.name, end: parser.position };
    isSvg ||= tag.uri === SVG && tag.local === "svg";
    if (!isCredential(tag)) return;
    const verify: SaxesAttributeNS | undefined = tag.attributes["verify"];
    within = { verify: verify?.value, text: "" };
    found.push(within);
  });
  parser.on("closetag", (tag) => {
    if (isCredential(tag)) within = undefined;
  });
  const take = (text: string): void => {
    if (within) within.text += text;
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.write(drawing).close();
  return { root, found, isSvg, isBroken };
}
