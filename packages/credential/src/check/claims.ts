import { didOf } from "../did.ts";
import { statusEntries } from "../open-badge/status.ts";
import { isRecord } from "../proof.ts";
import type { Claims, Finding } from "./outcome.ts";
import { type NamedPartner, partnersIn } from "./named-partners.ts";
import { isDisplayable, isNamed } from "./readable.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a credential says, as far as it concerns a check. */
export type Said = {
  readonly claims: Claims;
  readonly origin: string;
  /** The DID of whoever it says issued it. */
  readonly did: string;
  readonly organisationId: string;
  /** Who, it says, stands behind it beside its issuer. */
  readonly partners: readonly NamedPartner[];
};

const ADDRESS = /^(https?:\/\/[^/]+)\/verify\/(crt_[0-9a-f]{32})$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const NUMBER = /^TWZ-[0-9a-f]{6}-(\d{4})-\d{6,9}$/;

/** The claims of a credential of ours, or why it is none. Dates, numbers and addresses that contradict each other are a fault. */
export function saidIn(credential: Fields): Said | Finding {
  const subject = record(credential["credentialSubject"]);
  const issuer = record(credential["issuer"]);
  const [, origin = "", certificateId = ""] = ADDRESS.exec(text(credential["id"])) ?? [];
  const claims: Claims = {
    certificateId,
    number: text(subject["licenseNumber"]),
    name: nameIn(subject),
    course: text(record(subject["achievement"])["name"]),
    organisation: text(issuer["name"]),
    issuedAt: text(credential["validFrom"]),
    ...("validUntil" in credential ? { expiresAt: text(credential["validUntil"]) } : {}),
    ...figuresIn(subject),
  };
  const { issuedAt, expiresAt = issuedAt } = claims;
  if (certificateId === "" || !isInstant(issuedAt) || !isInstant(expiresAt)) return "claims.wrong";
  const fault = faultIn(claims);
  if (fault) return fault;
  const did = text(issuer["id"]);
  const [organisationId = ""] = /org_[0-9a-f]{32}$/.exec(did) ?? [];
  if (organisationId === "" || didOf({ origin, organisationId }) !== did) return "claims.wrong";
  const wanted = statusEntries(
    { id: certificateId, number: claims.number, organisationId },
    origin,
  );
  if (JSON.stringify(credential["credentialStatus"]) !== JSON.stringify(wanted))
    return "claims.number";
  const partners = partnersIn(credential["relatedResource"], {
    origin,
    certificateId,
    organisationId,
  });
  if (typeof partners === "string") return partners;
  return { claims, origin, did, organisationId, partners };
}

/** What is wrong with claims, whichever form they came in. */
export function faultIn({
  name,
  course,
  organisation,
  number,
  issuedAt,
}: Claims): Finding | undefined {
  const texts = [name, course, organisation];
  if (!texts.every(isDisplayable)) return "claims.undisplayable";
  if (!isNamed(name)) return "claims.no_name";
  if (!isNamed(course) || !isNamed(organisation)) return "claims.wrong";
  return NUMBER.exec(number)?.[1] === issuedAt.slice(0, 4) ? undefined : "claims.number";
}

function nameIn(subject: Fields): string {
  const named = list(subject["identifier"]).map(record);
  const own = named.filter(
    ({ identityType, hashed }) => identityType === "name" && hashed === false,
  );
  // Two names are none.
  return own.length === 1 ? text(own[0]?.["identityHash"]) : "";
}

function figuresIn(subject: Fields): Pick<Claims, "minutes" | "percent"> {
  const hours = subject["creditsEarned"];
  const percent = Number(text(record(list(subject["result"])[0])["value"]) || Number.NaN);
  return {
    ...(typeof hours === "number" && hours > 0 ? { minutes: Math.round(hours * 60) } : {}),
    ...(Number.isInteger(percent) && percent >= 0 && percent <= 100 ? { percent } : {}),
  };
}

const isInstant = (it: string): boolean => INSTANT.test(it) && !Number.isNaN(Date.parse(it));
const text = (it: unknown): string => (typeof it === "string" ? it : "");
const record = (it: unknown): Fields => (isRecord(it) ? it : {});
const list = (it: unknown): readonly unknown[] => (Array.isArray(it) ? it : []);
