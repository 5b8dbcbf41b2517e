import {
  addresses,
  bookAddresses,
  carryAddresses,
  entryAddresses,
  designAddresses,
  frameworkAddresses,
  paperAddresses,
  partnershipAddresses,
  erasureAddresses,
  meAddresses,
  observingAddresses,
  packAddresses,
  checkingAddresses,
  passportAddresses,
  seenAddresses,
  staffAddresses,
  talkAddresses,
  workAddresses,
} from "@twiza/contract/addresses";
import { allowed } from "@twiza/contract/allowed";
import type { Plugin } from "vite";
import { CUTS, cut, INERT } from "./cuts.ts";

/**
 * Kit encodes a page's state and snapshots with `devalue`, which knows dates, maps and typed arrays. Ours are plain JSON, we have
 * no server data and no transport hook, so the phone's own JSON does.
 */
const DEVALUE = "\0devalue-as-json";
const JSON_ONLY = `
export const stringify = (value) => JSON.stringify(value);
export const stringifyAsync = async (value) => JSON.stringify(value);
export const parse = (text) => JSON.parse(text);
export const uneval = stringify;
export const unflatten = (value) => value;
`;

/**
 * What reads files under Node stands in the library of videos as a module that browsers leave out. As the bundler leaves it out, it is
 * of the older kind, and what such kinds ask for would lie in the shell of every page: 120 bytes.
 */
const NODE_FILES = "\0no-node-files";
const isOfVideos = (from: string | undefined): boolean => from?.includes("/mediabunny/") ?? false;

const written = (tables: object): string =>
  Object.entries(tables)
    .map(([name, table]) => `export const ${name} = ${JSON.stringify(table)};`)
    .join("");

/** A caller needs method and path; who may call, and which function answers, stays with the server and the office's navigation. */
const WRITTEN_OUT: Readonly<Record<string, string>> = {
  "/contract/src/addresses.ts": `export const addresses = ${JSON.stringify(addresses)};`,
  "/contract/src/later-addresses.ts": written({
    bookAddresses,
    carryAddresses,
    meAddresses,
    packAddresses,
  }),
  "/contract/src/entry-addresses.ts": written({ entryAddresses }),
  "/contract/src/framework-addresses.ts": written({ frameworkAddresses }),
  "/contract/src/checking-addresses.ts": written({ checkingAddresses }),
  "/contract/src/design-addresses.ts": written({ designAddresses }),
  "/contract/src/partnership-addresses.ts": written({ partnershipAddresses }),
  "/contract/src/paper-addresses.ts": written({ paperAddresses }),
  "/contract/src/erasure-addresses.ts": written({ erasureAddresses }),
  "/contract/src/passport-addresses.ts": written({ passportAddresses }),
  "/contract/src/observing-addresses.ts": written({ observingAddresses, seenAddresses }),
  "/contract/src/work-addresses.ts": written({ workAddresses }),
  "/contract/src/talk-addresses.ts": `export const talkAddresses = ${JSON.stringify(talkAddresses)};`,
  "/contract/src/allowed.ts": written({ allowed }),
  "/contract/src/staff-addresses.ts": `export const staffAddresses = ${JSON.stringify(staffAddresses)};`,
};

/** Leaves out of the phone's bundle what this site cannot reach. Only builds are cut: in development everything is there. */
export const slim = (): Plugin => ({
  name: "twiza-slim",
  apply: "build",
  enforce: "pre",
  applyToEnvironment: ({ name }) => name === "client",
  resolveId: (id, from) => {
    if (id === "devalue") return DEVALUE;
    return id === "./node.js" && isOfVideos(from) ? NODE_FILES : undefined;
  },
  load(id) {
    if (id === DEVALUE) return JSON_ONLY;
    if (id === NODE_FILES) return "export const fs = undefined;";
    return Object.entries(WRITTEN_OUT).find(([module]) => id.endsWith(module))?.[1];
  },
  transform(code, id) {
    if (INERT.some((module) => id.endsWith(module))) return { code, moduleSideEffects: false };
    const cuts = CUTS.filter(({ module }) => id.endsWith(module));
    return cuts.length === 0 ? undefined : { code: cuts.reduce(cut, code), map: null };
  },
});
