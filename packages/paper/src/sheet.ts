import { directionOf, type Hash, type Language, PALETTES } from "@twiza/contract";
import type { PaperOrder, PaperPicture } from "@twiza/core";
import { sealSvg } from "@twiza/credential/drawn-seal";
import { paperAddress, readPaperAddress } from "@twiza/credential/paper-code";
import { messages } from "@twiza/messages/paper";
import { codePicture } from "./code-picture.ts";
import { oneLine, partnerNames, wordsOf } from "./words.ts";

/** A file that the templates read, by the name under which they ask for it. */
export type SheetFile = readonly [name: string, bytes: Uint8Array];

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is attached to the paper: the credential as it was signed, and what it says, for who wants to read. */
function attachedOf({ credential, endorsements = [], facts, languages }: PaperOrder) {
  if (credential === undefined) return [];
  const say = messages[languages[0] ?? "ar"];
  const [, payload = ""] = credential.split(".");
  const readable: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  return [
    {
      name: "credential.jwt",
      path: "/credential.jwt",
      type: "application/jwt",
      relationship: "data",
      description: say.credential(),
      bytes: utf8(credential),
    },
    {
      name: "credential.json",
      path: "/credential.json",
      type: "application/json",
      relationship: "supplement",
      description: say.readable(),
      bytes: utf8(`${JSON.stringify(readable, null, 2)}\n`),
    },
    ...endorsements.map((endorsement, at) => ({
      name: `endorsement-${at + 1}.json`,
      path: `/endorsement-${at + 1}.json`,
      type: "application/json",
      relationship: "data",
      description: say.endorsement({ name: partnerNames(facts, languages[0] ?? "ar")[at] ?? "" }),
      bytes: utf8(endorsement),
    })),
  ];
}

/**
 * An order as files for the templates: its data as JSON (what a course's certificates share, and what is its own), its pictures, its code, its seal, what is attached. Nothing that somebody
 * wrote is ever put into a template's text.
 */
export function sheetOf(order: PaperOrder, how: keyof PaperPicture = "good"): readonly SheetFile[] {
  const { facts, look } = order;
  const { number } = facts;
  const first = order.languages[0] ?? "ar";
  const say = messages[first];
  const name = oneLine(facts.learnerName);
  const said = order.languages.map((language) => {
    const { details, instead, ...words } = wordsOf(order, language);
    return { code: language, dir: directionOf(language), words, details, instead };
  });
  const pictures = picturesOf(order, how);
  const attached = attachedOf(order);
  const code = codePicture(squareOf(order));
  const shared = {
    base: look.base,
    orientation: look.orientation,
    palette: PALETTES[look.palette],
    languages: said.map(({ code, dir, words }) => ({ code, dir, ...words })),
    organisation: said[0]?.words.organisation ?? "",
    competencies: said[0]?.words.competencies.length ?? 0,
    logos: look.logos.map(({ name: of, picture }) => ({
      name: of,
      path: pictures.get(picture.hash)?.path ?? null,
      ratio: picture.width / picture.height,
    })),
    signatories: look.signatories.map((each) => ({
      name: oneLine(each.name),
      titles: order.languages.map((language) => oneLine(titleOf(each.title, language))),
      path: each.signature ? (pictures.get(each.signature.hash)?.path ?? null) : null,
      ratio: each.signature ? each.signature.width / each.signature.height : 1,
      alt: say.signature({ name: oneLine(each.name) }),
    })),
  };
  const own = {
    name,
    number,
    title: say.title({ number, name }),
    day: dayOf(facts.issuedAt),
    details: Object.fromEntries(said.map(({ code, details }) => [code, details])),
    instead: Object.fromEntries(said.map(({ code, instead }) => [code, instead])),
    "address-lines": linesOf(order.address),
    "code-side": code.side,
    "code-alt": `${say.code({ number })}: ${order.address}`,
    "seal-alt": say.seal({ number }),
    attached: attached.map(({ bytes: _, ...file }) => file),
  };
  return [
    ["look.json", utf8(JSON.stringify(shared))],
    ["order.json", utf8(JSON.stringify(own))],
    ["code.points", code.points],
    ["seal.svg", utf8(sealSvg(number, number))],
    ...attached.map(({ name: of, bytes }): SheetFile => [of, bytes]),
    ...[...pictures.values()].map(({ path, bytes }): SheetFile => [path.slice(1), bytes]),
  ];
}

/** A title that a language lacks stays away, rather than stand there in another. */
const titleOf = (
  title: PaperOrder["look"]["signatories"][number]["title"],
  language: Language,
): string => title[language] ?? "";

/** The day of issue as UTC has it: it only dates the file. */
const dayOf = (instant: string): readonly number[] => instant.slice(0, 10).split("-").map(Number);

/** What the square holds: with a code the short address, since the long one would make it finer than a cheap camera reads. */
function squareOf({ address, code }: PaperOrder): string {
  const at = readPaperAddress(address);
  if (code === undefined) return address;
  return at ? paperAddress(at.origin, at.certificateId, code) : `${address}#${code}`;
}

/** An address in lines that a narrow column holds: it breaks before the id, and within it. */
const linesOf = (address: string): readonly string[] => {
  const short = address.replace(/^https?:\/\//, "");
  const at = short.indexOf("crt_");
  return at < 0 ? [short] : [short.slice(0, at), short.slice(at, at + 20), short.slice(at + 20)];
};

function picturesOf(
  { look, pictures }: PaperOrder,
  how: keyof PaperPicture,
): ReadonlyMap<Hash, Placed> {
  const wanted = [
    ...look.logos.map(({ picture }) => picture.hash),
    ...look.signatories.flatMap(({ signature }) => (signature ? [signature.hash] : [])),
  ];
  return new Map(
    [...new Set(wanted)].map((hash, at) => {
      const bytes = pictures.get(hash)?.[how]();
      // Both were brought through the same door and are kept for ever: a bug, not a refusal.
      if (!bytes) throw new Error(`picture ${hash} is missing`);
      return [hash, { path: `/picture-${at}.${bytes[0] === JPEG ? "jpg" : "png"}`, bytes }];
    }),
  );
}
/** The first byte of one; of a PNG it is another. */
const JPEG = 0xff;
type Placed = { readonly path: string; readonly bytes: Uint8Array };
