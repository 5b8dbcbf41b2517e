const OFFICE = "http://schemas.openxmlformats.org/";
const STRICT = "http://purl.oclc.org/ooxml/";

/** Our prefixes. A document in the strict dialect of its standard has other names for the same things. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://www.w3.org/XML/1998/namespace": "xml",
  [`${OFFICE}wordprocessingml/2006/main`]: "w",
  [`${STRICT}wordprocessingml/main`]: "w",
  [`${OFFICE}officeDocument/2006/relationships`]: "r",
  [`${STRICT}officeDocument/relationships`]: "r",
  [`${OFFICE}package/2006/relationships`]: "rel",
  [`${OFFICE}package/2006/content-types`]: "ct",
  [`${OFFICE}drawingml/2006/wordprocessingDrawing`]: "wp",
  [`${STRICT}drawingml/wordprocessingDrawing`]: "wp",
  [`${OFFICE}drawingml/2006/main`]: "a",
  [`${STRICT}drawingml/main`]: "a",
  [`${OFFICE}drawingml/2006/picture`]: "pic",
  [`${STRICT}drawingml/picture`]: "pic",
  [`${OFFICE}markup-compatibility/2006`]: "mc",
  [`${OFFICE}officeDocument/2006/math`]: "m",
  [`${STRICT}officeDocument/math`]: "m",
  "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
  "urn:schemas-microsoft-com:vml": "v",
  "urn:schemas-microsoft-com:office:office": "o",
  "urn:oasis:names:tc:xliff:document:2.0": "xlf",
};

/** Names as they came up, so that each is one string however often it stands in a file. */
const known = new Map<string, Map<string, string>>();
/** A hostile file may make names up; so many are remembered. */
const MOST_KNOWN = 2000;

function made(uri: string, local: string): string {
  if (uri === "") return local;
  const prefix = Object.hasOwn(PREFIXES, uri) ? PREFIXES[uri] : undefined;
  return prefix === undefined ? `{${uri}}${local}` : `${prefix}:${local}`;
}

/** `w:p`; what is of none of our namespaces keeps its own: `{urn:x}p`. Attributes without a namespace have no prefix. */
export function ourName(uri: string, local: string): string {
  const ofUri = known.get(uri) ?? new Map<string, string>();
  const before = ofUri.get(local);
  if (before !== undefined) return before;
  const name = made(uri, local);
  if (known.size < MOST_KNOWN && ofUri.size < MOST_KNOWN) known.set(uri, ofUri.set(local, name));
  return name;
}
