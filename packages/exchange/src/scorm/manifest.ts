import { ExchangeFault } from "../fault.ts";
import { nameOf } from "../files/path.ts";
import { cleanText } from "../flow/texts.ts";
import { isNode, textOf, type XmlNode } from "../xml/node.ts";
import { readWholeXml } from "../xml/read-xml.ts";

/** A part of a package: a page, or what holds some. */
export type ScormItem = {
  readonly title: string;
  /** The full name of its page in the archive, or an address outside of it. */
  readonly page: string | undefined;
  readonly isVisible: boolean;
  readonly items: readonly ScormItem[];
};
export type ScormManifest = {
  readonly title: string | undefined;
  readonly items: readonly ScormItem[];
  /** Whether a platform was to count something. */
  readonly isTracked: boolean;
};

/** Parts in all: each of them is a page to read. */
const MOST = 1000;

/** Packages differ in the names of their namespaces, and not in those of their elements. */
const local = (name: string): string => name.replace(/^.*[}:]/, "");
const childrenOf = (node: XmlNode | undefined, name: string): XmlNode[] =>
  (node?.children ?? []).filter(isNode).filter((child) => local(child.name) === name);
const attribute = ({ attributes }: XmlNode, name: string): string | undefined =>
  [...attributes].find(([key]) => local(key) === name)?.[1];

const lineOf = (node: XmlNode | undefined): string =>
  node ? cleanText(textOf(node)).replaceAll(/\s+/g, " ").trim() : "";

/** Where the pages of resources lie, by the ids of these. */
function pagesOf(manifest: XmlNode, name: string): ReadonlyMap<string, string> {
  const [resources] = childrenOf(manifest, "resources");
  const bases = [manifest, resources].map((node) => (node && attribute(node, "base")) ?? "");
  return new Map(
    childrenOf(resources, "resource").flatMap((resource) => {
      const [id, href] = [attribute(resource, "identifier"), attribute(resource, "href")];
      if (id === undefined || !href) return [];
      const path = [...bases, attribute(resource, "base") ?? "", href].join("");
      return [[id, nameOf(/^[a-z][a-z0-9+.-]*:/i.test(href) ? href : path, name)] as const];
    }),
  );
}

function itemsOf(
  node: XmlNode,
  pages: ReadonlyMap<string, string>,
  count: { left: number },
): ScormItem[] {
  return childrenOf(node, "item").map((item) => {
    count.left -= 1;
    if (count.left < 0) throw new ExchangeFault("scorm.broken", { most: MOST });
    return {
      title: lineOf(childrenOf(item, "title")[0]),
      page: pages.get(attribute(item, "identifierref") ?? ""),
      isVisible: attribute(item, "isvisible") !== "false",
      items: itemsOf(item, pages, count),
    };
  });
}

const TRACKED =
  /^(?:masteryscore|prerequisites|maxtimeallowed|timelimitaction|datafromlms|sequencing|completionThreshold)$/i;
const isTracked = (node: XmlNode): boolean =>
  node.children.some(
    (child) => isNode(child) && (TRACKED.test(local(child.name)) || isTracked(child)),
  );

/** What a package of old says its alphabet is, in Unicode all the same. */
function inUnicode(bytes: Uint8Array): Uint8Array {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const said = /^<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(head);
  const label = said?.[1] ?? "utf-8";
  if (!said || /^utf-?(?:8|16)$/i.test(label)) return bytes;
  try {
    const text = new TextDecoder(label).decode(bytes);
    return new TextEncoder().encode(text.replace(/^<\?xml[^>]*\?>/, ""));
  } catch (cause) {
    throw new ExchangeFault("xml.encoding", { encoding: label }, { cause });
  }
}

/**
 * Reads `imsmanifest.xml` of SCORM 1.2 or 2004; `name` is its own, from which others are named.
 * @throws ExchangeFault `xml.*`, `scorm.not_scorm`, `scorm.broken`; and what the signal was aborted with
 */
export async function readManifest(
  bytes: Uint8Array,
  name: string,
  signal: AbortSignal | undefined,
): Promise<ScormManifest> {
  const manifest = await readWholeXml([inUnicode(bytes)], signal);
  if (local(manifest.name) !== "manifest") throw new ExchangeFault("scorm.not_scorm");
  const [organizations] = childrenOf(manifest, "organizations");
  const all = childrenOf(organizations, "organization");
  const chosen = organizations && attribute(organizations, "default");
  const organization = all.find((each) => attribute(each, "identifier") === chosen) ?? all[0];
  if (!organization) throw new ExchangeFault("scorm.broken");
  const title = lineOf(childrenOf(organization, "title")[0]);
  return {
    title: title === "" ? undefined : title,
    items: itemsOf(organization, pagesOf(manifest, name), { left: MOST }),
    isTracked: isTracked(organization),
  };
}
