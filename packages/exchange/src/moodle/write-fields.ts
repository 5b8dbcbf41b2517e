import { writtenWords } from "../html/write-html.ts";
import { base64Of, type OutPicture } from "../questions/out-picture.ts";
import { tag, xmlText } from "../xml/write-xml.ts";

export const textTag = (text: string): string => tag("text", {}, xmlText(text));

const named = (name: string): string =>
  encodeURIComponent(name).replaceAll(/[()']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

type Shown = OutPicture & { readonly alt?: string };

/** A picture within HTML, and the file that Moodle finds it in. */
const imgOf = ({ name, alt = "" }: Shown): string =>
  `<img src="@@PLUGINFILE@@/${named(name)}" alt="${writtenWords(alt).replaceAll("<br>", " ")}">`;
const fileOf = ({ name, bytes }: Shown): string =>
  tag("file", { name, path: "/", encoding: "base64" }, base64Of(bytes));

/** What stands in a field of HTML: `html`, and a picture behind it. */
export const htmlField = (html: string, picture?: Shown): string =>
  textTag(html + (picture ? imgOf(picture) : "")) + (picture ? fileOf(picture) : "");

/** A field of plain words. */
export const wordsField = (name: string, words = ""): string =>
  tag(name, { format: "html" }, htmlField(writtenWords(words)));
