import { ExchangeFault } from "../fault.ts";
import { nameOf } from "../files/path.ts";
import { attributeOf, elementsOf } from "../html/tree.ts";
import { readWholeXml } from "../xml/read-xml.ts";
import type { Zip } from "../zip/open-zip.ts";
import { manifestIn } from "../files/manifest-in.ts";
import { qtiTree } from "./tree.ts";

/** Bytes of the list, and items of one package. */
const [LONGEST, MOST] = [8e6, 2000];

/** What resources of this type are: items, of QTI 2 or 3. */
const ITEM_TYPE = /^imsqti_(?:item_)?xmlv(?:2p[012]|3p0)/;

/**
 * The files of the items of a package, in the order of its list.
 * @throws ExchangeFault `qti.not_qti`, `questions.too_many`, `zip.*`, `xml.*`
 */
export async function itemsOf(zip: Zip, signal: AbortSignal | undefined): Promise<string[]> {
  const name = manifestIn(zip.names);
  if (name === undefined) throw new ExchangeFault("qti.not_qti");
  if ((zip.sizeOf(name) ?? 0) > LONGEST)
    throw new ExchangeFault("xml.too_large", { most: LONGEST });
  const bytes = (await zip.read(name)) ?? new Uint8Array();
  const manifest = qtiTree(await readWholeXml([bytes], signal), false);
  const all = elementsOf(manifest, "resources").flatMap((resources) =>
    elementsOf(resources, "resource").map((resource) => ({ resources, resource })),
  );
  const files = all.flatMap(({ resources, resource }) => {
    const href = attributeOf(resource, "href");
    if (!href || !ITEM_TYPE.test(attributeOf(resource, "type") ?? "")) return [];
    const bases = [manifest, resources, resource].map((node) => attributeOf(node, "base") ?? "");
    return [nameOf([...bases, href].join(""), name)];
  });
  if (files.length > MOST) throw new ExchangeFault("questions.too_many", { most: MOST });
  if (files.length === 0) throw new ExchangeFault("qti.not_qti");
  return [...new Set(files)];
}
