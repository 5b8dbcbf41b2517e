import type { Library, OutPicture } from "../questions/out-picture.ts";
import type { WrittenQuestion } from "../questions/written-question.ts";
import { tag } from "../xml/write-xml.ts";
import { growing } from "../zip/growing.ts";
import { writeItem } from "./write-item.ts";
import type { Placed } from "./write-parts.ts";

export type QtiWriting = {
  readonly language: string;
  readonly dir: "ltr" | "rtl";
  /** The bytes of pictures that are kept already; a picture without them is left out. */
  readonly library?: Library;
};

const MANIFEST = {
  xmlns: "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation":
    "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd",
  identifier: "twiza-questions",
};

const addressOf = (path: string): string =>
  path
    .split("/")
    .map((part) => encodeURIComponent(part))
    .join("/");

/** Pictures of a package, each once however often it is shown, in a folder of its own, so that it keeps its name. */
function shelfOf(add: (name: string, bytes: Uint8Array) => void) {
  const placed = new Map<Uint8Array, string>();
  return (picture: OutPicture): Placed => {
    const { bytes, name } = picture;
    const path = placed.get(bytes) ?? `media/${placed.size + 1}/${name.replaceAll(/[/\\]/g, "-")}`;
    if (!placed.has(bytes)) add(path, bytes);
    placed.set(bytes, path);
    return { ...picture, href: `../${addressOf(path)}` };
  };
}

const resource = (identifier: string, path: string, files: ReadonlySet<string>): string =>
  tag(
    "resource",
    { identifier: `R-${identifier}`, type: "imsqti_item_xmlv3p0", href: path },
    ...[path, ...files].map((file) => tag("file", { href: file })),
  );

/**
 * Questions as a package of QTI 3: a list, one item for each, and their pictures. `readQti` reads it back to the same, but that what is
 * chosen within a line is on one line. One that is answered on a picture which is not there is left out.
 */
export function writeQti(
  questions: readonly WrittenQuestion[],
  { language, dir, library = () => undefined }: QtiWriting,
): Blob {
  const archive = growing();
  const place = shelfOf(archive.add);
  const resources = questions.flatMap((question, at) => {
    const identifier = `q${String(at + 1).padStart(3, "0")}`;
    const files = new Set<string>();
    const shelf = (picture: OutPicture): Placed => {
      const placed = place(picture);
      files.add(placed.href.slice(3));
      return placed;
    };
    const item = writeItem(question, { identifier, language, dir }, { library, shelf });
    if (item === undefined) return [];
    const path = `items/${identifier}.xml`;
    archive.add(path, item);
    return [resource(identifier, path, files)];
  });
  const metadata = tag("metadata", {}, tag("schema", {}, "QTI Package"), tag("schemaversion", {}, "3.0.0")); // prettier-ignore
  const manifest = tag("manifest", MANIFEST, metadata, tag("organizations"), tag("resources", {}, ...resources)); // prettier-ignore
  archive.add("imsmanifest.xml", `<?xml version="1.0" encoding="UTF-8"?>\n${manifest}\n`);
  return archive.end();
}
