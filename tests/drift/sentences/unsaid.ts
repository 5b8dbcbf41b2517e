import { closureOf, type Site } from "./site.ts";

/** Which areas have a sentence of that key. */
export type Areas = ReadonlyMap<string, readonly string[]>;
/** Files of sentences that a module brings: `catalogue-reach` has those of one language in each file. */
const CATALOGUE = /\bimport\("(?:#lib|\.\.?)[^"]*?\/(catalogue(?:-[a-z-]+)?)\/en\.ts"\)/g;
const AREA = /@twiza\/messages\/([a-z-]+)\.en"/g;

/** The areas that a module's volumes are made of. */
function areasBrought(site: Site, name: string): string[] {
  const { text = "" } = site.get(name) ?? {};
  return [...text.matchAll(CATALOGUE)].flatMap(([, folder = ""]) => {
    const file = site.get(`lib/${folder}/en.ts`)?.text ?? "";
    return [...file.matchAll(AREA)].map(([, area = ""]) => area);
  });
}

/** Keys that stand in a module as they are. */
const literalsIn = (text: string, areas: Areas): string[] =>
  [...text.matchAll(/["'`]([a-z][\w.-]*\.[\w.-]+)["'`]/gi)].flatMap(([, key = ""]) =>
    areas.has(key) ? [key] : [],
  );

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Keys that a module makes: `reach.need.${need}` is each of that beginning, `${key}.what` each whose beginning is named near it. */
function madeIn(text: string, near: readonly string[], areas: Areas): string[][] {
  const templates = [...text.matchAll(/\bt\(\s*(?:[^()`"']*\?\s*)?`((?:[\w.-]|\$\{[^{}`]*\})*)`/g)]
    .map(([, template = ""]) => template)
    .filter((template) => template.includes("${") && template.includes("."));
  return templates.map((template) => {
    const [first = "", ...rest] = template.split(/\$\{[^{}`]*\}/);
    if (first === "" && rest.length === 1)
      return near.map((key) => `${key}${rest[0] ?? ""}`).filter((key) => areas.has(key));
    if (!/^[a-zA-Z][\w-]*\./.test(first)) return [];
    const pattern = new RegExp(
      `^${[first, ...rest].map(escaped).join("[\\w-]+(?:\\.[\\w-]+)*?")}$`,
    );
    return [...areas.keys()].filter((key) => pattern.test(key));
  });
}

/**
 * Sentences that would be silent: `t` knows a key only once the area that has it was brought, and answers "" until then. A page has the
 * areas of its room, and those of all volumes that the modules name which come with it; what it brings later has these and its own.
 * @param roomsOf the areas that are there for a page by its path
 */
export function unsaid(
  site: Site,
  areas: Areas,
  roomsOf: (page: string) => readonly string[],
): string[] {
  const pages = [...site.keys()].filter((name) => /(?:^|\/)\+(?:page|layout|error)\.svelte$/.test(name)); // prettier-ignore
  const later = new Set([...site.values()].flatMap(({ brings }) => brings));
  const entries = [...new Set([...pages, ...later])].filter((name) => !name.includes("/catalogue"));
  const closures = new Map(entries.map((entry) => [entry, closureOf(site, entry)]));
  const own = new Map(
    entries.map((entry) => [
      entry,
      [...(closures.get(entry) ?? [])]
        .filter((name) => name !== "lib/i18n.svelte.ts")
        .flatMap((name) => areasBrought(site, name)),
    ]),
  );
  const bringers = new Map(
    entries.map((entry) => [
      entry,
      entries.filter((other) =>
        [...(closures.get(other) ?? [])].some((name) => site.get(name)?.brings.includes(entry)),
      ),
    ]),
  );
  const every = [...new Set([...areas.values()].flat())];
  const here = new Map<string, ReadonlySet<string>>(
    entries.map((entry) => [
      entry,
      new Set(pages.includes(entry) ? [...roomsOf(entry), ...(own.get(entry) ?? [])] : every),
    ]),
  );
  // What comes later has what all that may bring it have; to be worked out until nothing falls any more.
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const entry of entries.filter((each) => !pages.includes(each))) {
      const from = (bringers.get(entry) ?? []).map((each) => here.get(each) ?? new Set());
      const shared = every.filter((area) => from.length > 0 && from.every((has) => has.has(area)));
      const now = new Set([...shared, ...(own.get(entry) ?? [])]);
      if (now.size !== here.get(entry)?.size) isMoving = true;
      here.set(entry, now);
    }
  }
  const faults = entries.flatMap((entry) =>
    [...(closures.get(entry) ?? [])].flatMap((name) => {
      const { text = "", imports = [] } = site.get(name) ?? {};
      const near = [name, ...imports].flatMap((each) => literalsIn(site.get(each)?.text ?? "", areas)); // prettier-ignore
      const said = [...literalsIn(text, areas).map((key) => [key]), ...madeIn(text, near, areas)];
      const has = here.get(entry) ?? new Set();
      const isHere = (key: string): boolean => (areas.get(key) ?? []).some((area) => has.has(area));
      return said.flatMap((keys) => keys.filter((key) => !isHere(key))).map((key) => `${name} says “${key}” of ${areas.get(key)?.join(" or ") ?? ""}, which ${entry} does not bring`); // prettier-ignore
    }),
  );
  return [...new Set(faults)];
}
