import type { Certificate, Language } from "@twiza/contract";
import { inLanguage } from "@twiza/contract/where";
import { base64urlnopad } from "@scure/base";
import { bytesOf } from "../ed25519.ts";
import { idBytes, lengthBefore } from "./address.ts";
import { dayOf, type Figures, partsOf, writeClaims } from "./claims.ts";
import { toSign } from "./cose.ts";
import { writeWords } from "./words.ts";

/** What signs: the name of its key, and Ed25519 over the bytes as they are. */
export type PaperSigner = {
  readonly kid: string;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
};

export type ToPrint = {
  readonly certificate: Certificate;
  /** 128 random bits, base64url: the salt of all its forms. */
  readonly salt: string;
  /** In which the paper is. */
  readonly language: Language;
  readonly signer: PaperSigner;
  /** Where it will be looked at: the shorter, the more room for words. */
  readonly origin?: string;
};

/** Bytes of a square of version 12 with error correction M (ISO/IEC 18004): what a cheap camera still reads from a crumpled paper. */
export const MOST_IN_SQUARE = 287;
/** Characters of a code, as its record has it. */
export const MOST_IN_CODE = 270;
/** `https://d111111abcdef8.cloudfront.net`: no address of a deployment is longer unless somebody chose it. */
const USUAL_ORIGIN = 37;
/** Bytes of a message beside the words, at most: signature, header, figures and what holds them together. */
const SIGNATURE = 66;
const HEADER = 1 + 14 + 1;

/**
 * What stands behind the `#` of the square on paper: all that is printed, signed, as COSE_Sign1 in base64url. The certificate's id is
 * signed with it and stands in the address alone.
 * @throws Error when the record holds what no certificate can: a number of another year, an empty name
 */
export async function paperCode({ certificate, salt, language, signer, origin }: ToPrint) {
  const figures = figuresOf(certificate, salt);
  const payload = (words: Uint8Array): Uint8Array => writeClaims(figures, words);
  // A header of three bytes for the payload and of two for the words is the most there can be.
  const beside = HEADER + 3 + SIGNATURE + payload(new Uint8Array()).length + 1;
  const words = writeWords(
    {
      name: certificate.learnerName,
      course: inLanguage(certificate.courseTitle, language).text,
      organisation: inLanguage(certificate.organisationName, language).text,
    },
    roomFor(origin) - beside,
  );
  const key = (bytesOf(signer.kid) ?? new Uint8Array()).slice(0, 8);
  const { input, message } = toSign(key, idBytes(certificate.id), payload(words));
  return base64urlnopad.encode(message(await signer.sign(input)));
}

/** Bytes of the whole message: three of them are four characters. */
function roomFor(origin: string | undefined): number {
  const before = origin === undefined ? lengthBefore("") + USUAL_ORIGIN : lengthBefore(origin);
  return Math.floor((Math.min(MOST_IN_CODE, MOST_IN_SQUARE - before) * 3) / 4);
}

function figuresOf(
  { number, issuedAt, minutes, quizPercent, expiresAt }: Certificate,
  salt: string,
): Figures {
  const bytes = bytesOf(salt);
  if (bytes?.length !== 16) throw new Error("a salt has 128 bits");
  return {
    ...partsOf(number, issuedAt),
    day: dayOf(issuedAt),
    minutes,
    percent: quizPercent,
    lastDay: expiresAt === undefined ? null : dayOf(expiresAt),
    salt: bytes.slice(0, 8),
  };
}
