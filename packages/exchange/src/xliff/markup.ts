const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};
const entity = (sign: string): string => ENTITIES[sign] ?? sign;

/** Words in XML. A carriage return would come back as another sign, and two signs may not stand there at all. */
export const escapeText = (text: string): string =>
  text
    .replaceAll(/[&<>\r]/g, entity)
    .replaceAll("\uFFFE", '<cp hex="FFFE"/>')
    .replaceAll("\uFFFF", '<cp hex="FFFF"/>');

const escapeAttribute = (text: string): string => text.replaceAll(/[&<>"\t\n\r]/g, entity);

/** Attributes in the order given, without those that have no value. */
const attributes = (all: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(all)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [` ${name}="${escapeAttribute(value)}"`],
    )
    .join("");

/** An element; one line of its own, without anything in it, when `inside` is empty. */
export const element = (
  name: string,
  all: Readonly<Record<string, string | undefined>>,
  inside: string,
): string =>
  inside === "" ? `<${name}${attributes(all)}/>` : `<${name}${attributes(all)}>${inside}</${name}>`;
