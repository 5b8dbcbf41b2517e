import {
  type CertificateId,
  type DesignLook,
  isLanguage,
  type OrganisationId,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { displayed } from "../paper/displayed.ts";
import type { PaperFacts } from "../ports.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import { languagesIn } from "../paper/languages.ts";
import { mustBeOurPictures, picturesOf } from "./design.ts";
import { designing } from "./designs.ts";
import { sampleFacts } from "./sample.ts";

type Wish = {
  readonly look: DesignLook;
  readonly language: string;
  readonly certificateId?: CertificateId | undefined;
  readonly long?: boolean | undefined;
};

/**
 * A design as it would be on paper, with a certificate of the organisation or with nobody's. Nothing is written.
 * @throws Refused `not_found`, `design.picture_unknown`, `paper.undisplayable`, `paper.unavailable`
 */
export async function previewDesign(
  deps: Deps,
  principal: Principal,
  { body, origin }: { readonly body: Wish; readonly origin: string },
): Promise<{ svg: string }> {
  const organisationId = designing(principal);
  await mustBeOurPictures(deps, organisationId, body.look);
  const languages = languagesIn(body.language);
  const { facts, id } = await shown(deps, organisationId, body);
  const svg = await deps.papers.drawing({
    facts,
    look: body.look,
    languages,
    address: `${origin}/verify/${id}`,
    pictures: await picturesOf(deps, body.look),
    isSample: id === SAMPLE_ID,
  });
  return { svg: displayed(svg) };
}

const SAMPLE_ID = `crt_${"0".repeat(32)}`;

async function shown(
  deps: Deps,
  organisationId: OrganisationId,
  { certificateId, language, long = false }: Wish,
): Promise<{ facts: PaperFacts; id: string }> {
  if (certificateId !== undefined) {
    const { value } = found(await deps.store.certificates.byId(certificateId));
    // One of another organisation is as if it were not there.
    return {
      facts: found(value.organisationId === organisationId ? value : undefined),
      id: value.id,
    };
  }
  const { value } = found(await deps.store.organisations.byId(organisationId));
  const [first = "ar"] = language.split(".").filter(isLanguage);
  return { facts: sampleFacts(value.name, { language: first, long }), id: SAMPLE_ID };
}
