import { cleanText } from "../flow/texts.ts";

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

/** Words in XML, without signs that may not stand there at all. */
export const xmlText = (text: string): string => cleanText(text).replaceAll(/[&<>\r]/g, entity);

type Attributes = Readonly<Record<string, string | number | undefined>>;
const attributesOf = (all: Attributes): string =>
  Object.entries(all)
    .flatMap(([name, value]) =>
      value === undefined
        ? []
        : [` ${name}="${cleanText(String(value)).replaceAll(/[&<>"\t\n\r]/g, entity)}"`],
    )
    .join("");

/** An element; `inside` is XML already. Attributes without a value are left out. */
export const tag = (name: string, all: Attributes = {}, ...inside: readonly string[]): string => {
  const whole = inside.join("");
  return whole === ""
    ? `<${name}${attributesOf(all)}/>`
    : `<${name}${attributesOf(all)}>${whole}</${name}>`;
};
