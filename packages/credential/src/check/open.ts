import type { BakeFault } from "../bake/index.ts";
import { isRecord } from "../proof.ts";
import type { Finding, Form } from "./outcome.ts";
import { attachmentsIn } from "./pdf/attachments.ts";
import { type Brought, recognise } from "./recognise.ts";
import type { Unbake } from "./sources.ts";
import {
  type Opened,
  openDocument,
  openJwt,
  openPaper,
  payloadOf,
  type Unsigned,
} from "./signed-forms.ts";

/** What was brought, opened: a signed form with the file that it came in, an address without a code, or why neither. */
export type Found = {
  readonly form?: Form;
  readonly opened: Opened | Unsigned | Finding;
};

export async function open(given: Uint8Array | string, unbake: Unbake): Promise<Found> {
  const brought = recognise(given);
  switch (brought.kind) {
    case "pdf":
    case "png":
    case "svg":
      return { form: brought.kind, opened: await within(brought, unbake) };
    case "address":
      return { form: "paper", opened: openPaper(brought.text) };
    case "jwt":
      return { form: "jwt", opened: openJwt(brought.text) };
    case "json":
      return { form: "json", opened: openJson(brought.text) };
    default:
      return { opened: `form.${brought.kind}` };
  }
}

function openJson(text: string): Opened | Finding {
  const document = objectIn(text);
  return document ? openDocument(document) : "form.unreadable";
}

/** What a file carries: one credential, in one form or in several of the same, and what partners have signed of it. */
async function within(file: File, unbake: Unbake): Promise<Opened | Finding> {
  const texts = await textsIn(file, unbake);
  if (typeof texts === "string") return texts;
  const credentials = texts.map(credentialIn).filter((each) => each !== undefined);
  const signed = credentials.filter(({ opens }) => opens);
  const [first] = signed;
  if (!first?.opens) return "form.none";
  const isOne = new Set(credentials.map(({ content }) => content)).size === 1;
  const forms = new Set(signed.map(({ kind }) => kind));
  if (!isOne || forms.size !== signed.length) return "form.several";
  const opened = first.opens();
  if (typeof opened === "string") return opened;
  const beside = texts.filter((text) => credentialIn(text) === undefined).map(spelledIn);
  return { ...opened, carried: [...opened.carried, ...beside] };
}

/** JSON in one spelling; what is none stays as it is. */
function spelledIn(text: string): string {
  const object = objectIn(text);
  return object ? spelled(object) : text;
}

/** A file that may carry a credential. */
type File = Extract<Brought, { readonly kind: "pdf" | "png" | "svg" }>;

type Carried = {
  readonly kind: "jwt" | "json";
  /** Its claims in one spelling, so that two can be compared. */
  readonly content: string;
  readonly opens?: () => Opened | Finding;
};

function credentialIn(text: string): Carried | undefined {
  const token = text.trim();
  const payload = payloadOf(token);
  if (payload) return { kind: "jwt", content: spelled(payload), opens: () => openJwt(token) };
  const document = objectIn(text);
  if (!document || !isCredential(document)) return undefined;
  // Beside what the JWT says a document has what partners have signed.
  const { proof, endorsement: _, ...credential } = document;
  const carried = { kind: "json", content: spelled(credential) } as const;
  return proof === undefined ? carried : { ...carried, opens: () => openDocument(document) };
}

const isCredential = ({ type }: Readonly<Record<string, unknown>>): boolean =>
  Array.isArray(type) &&
  type.includes("VerifiableCredential") &&
  !type.includes("EndorsementCredential");

/** JSON with its members in order, at any depth that a credential has. */
function spelled(value: unknown, depth = 0): string {
  if (depth > 32) return "too deep";
  if (Array.isArray(value)) return `[${value.map((each) => spelled(each, depth + 1)).join()}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${spelled(value[key], depth + 1)}`);
  return `{${members.join()}}`;
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

async function textsIn(file: File, unbake: Unbake): Promise<readonly string[] | Finding> {
  if (file.kind === "pdf") return attached(file.bytes);
  const baked = await unbake("bytes" in file ? file.bytes : new TextEncoder().encode(file.text));
  return baked.state === "found" ? [baked.text] : BAKED[baked.code];
}

/** What a picture was refused for, as it is said of any file. */
const BAKED = {
  too_large: "form.too_large",
  not_a_picture: "form.broken",
  none: "form.none",
  several: "form.several",
  compressed: "form.broken",
  broken: "form.broken",
} as const satisfies Record<BakeFault, Finding>;

async function attached(bytes: Uint8Array): Promise<readonly string[] | Finding> {
  const files = await attachmentsIn(bytes);
  if (typeof files === "string") return `form.${files}`;
  return files.flatMap((each) => {
    try {
      return [new TextDecoder("utf-8", { fatal: true }).decode(each)];
    } catch {
      // A picture, or something else that no credential is.
      return [];
    }
  });
}
