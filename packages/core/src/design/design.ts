import {
  type CertificateDesign,
  type CourseId,
  type Design,
  DesignLook,
  groundOf,
  type Hash,
  type OrganisationId,
} from "@twiza/contract";
import { canonicalJson } from "../course/canonical-json.ts";
import { remembered } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import type { PaperPicture } from "../ports.ts";
import { found, Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";

/**
 * The look of a certificate whose organisation has made none. It is never changed: what was issued without a design is made from it
 * for as long as there is paper.
 */
const PLAIN_LOOK: DesignLook = {
  base: "hanbel",
  orientation: "landscape",
  palette: "nila",
  texts: {},
  shows: { hours: true, result: true, competencies: true },
  signatories: [],
  logos: [],
};

/** A look as it was when something was issued with it. @throws when the blob is missing: a bug, not a refusal */
const readPrint = remembered(async ({ privateBlobs }, hash): Promise<DesignLook> => {
  const bytes = await privateBlobs.get(hash);
  if (!bytes) throw new Error(`blob ${hash} is missing`);
  return DesignLook.parse(JSON.parse(new TextDecoder().decode(bytes)));
});
export const lookOf = async (deps: Deps, print: Hash | undefined): Promise<DesignLook> =>
  print === undefined ? PLAIN_LOOK : readPrint(deps, print);

/** Keeps a look for ever, and answers under which name. */
export const printOf = ({ privateBlobs }: Deps, look: DesignLook): Promise<Hash> =>
  privateBlobs.put(canonicalJson(look), "application/json");

/** The print of the design that a course's next certificate has; of two that would do, the one changed last. */
export async function printFor(
  deps: Pick<Deps, "store">,
  organisationId: OrganisationId,
  courseId: CourseId,
): Promise<Hash | undefined> {
  const designs = (await deps.store.designs.ofOrganisation(organisationId))
    .map(({ value }) => value)
    .filter(({ removedAt }) => removedAt === undefined)
    .toSorted((one, other) => other.changedAt.localeCompare(one.changedAt));
  const own = designs.find(({ courses }) => courses.includes(courseId));
  return (own ?? designs.find(({ everywhere }) => everywhere))?.print;
}

const pictureHashes = ({ logos, signatories }: DesignLook): readonly Hash[] => [
  ...new Set([
    ...logos.map(({ picture }) => picture.hash),
    ...signatories.flatMap(({ signature }) => (signature ? [signature.hash] : [])),
  ]),
];

/**
 * Holds that every picture of a look was brought for this organisation, with the shape that it has.
 * @throws Refused `design.picture_unknown`
 */
export async function mustBeOurPictures(
  deps: Deps,
  organisationId: OrganisationId,
  look: DesignLook,
): Promise<void> {
  const named = [
    ...look.logos.map(({ picture }) => picture),
    ...look.signatories.flatMap(({ signature }) => (signature ? [signature] : [])),
  ];
  await Promise.all(
    named.map(async ({ hash, width, height }) => {
      const kept = await deps.store.designs.picture(organisationId, hash);
      const { value } = found(kept, "design.picture_unknown");
      if (value.width !== width || value.height !== height)
        throw new Refused("design.picture_unknown");
    }),
  );
}

/** The pictures of a look, as they go onto its paper. @throws when one is missing: a bug, not a refusal */
export async function picturesOf(
  deps: Deps,
  look: DesignLook,
): Promise<ReadonlyMap<Hash, PaperPicture>> {
  const logos = new Set(look.logos.map(({ picture }) => picture.hash));
  const read = pictureHashes(look).map(async (hash): Promise<[Hash, PaperPicture]> => {
    const as = logos.has(hash) ? "logo" : "signature";
    return [hash, await onPaper(deps, `${hash} ${as} ${groundOf(look, as)}`)];
  });
  return new Map(await Promise.all(read));
}

/** Drawn once in the life of a process: by which picture, what it is and what it stands on. */
const onPaper = remembered(async ({ privateBlobs, pictures }, wish: string) => {
  const [hash = "", as, ground = ""] = wish.split(" ");
  const bytes = await privateBlobs.get(hash as Hash);
  if (!bytes) throw new Error(`blob ${hash} is missing`);
  return pictures.forPaper(bytes, { as: as === "logo" ? "logo" : "signature", ground });
});

/** A design as its page shows it. */
export const designOf = ({ value, revision }: Kept<CertificateDesign>): Design => {
  const { organisationId: _organisation, changedBy: _by, print: _print, ...shown } = value;
  return { ...shown, revision };
};
