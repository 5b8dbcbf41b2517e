import { paperLanguages } from "@twiza/contract";
import { claimsToBe, type Whose } from "../certificate/candidates.ts";
import type { Deps } from "../deps.ts";
import { lookOf, picturesOf } from "../design/design.ts";
import { SAMPLE_NUMBER } from "../design/sample.ts";
import type { Principal } from "../principal.ts";
import { displayed } from "./displayed.ts";

/**
 * The paper of a certificate that is not issued yet, in its holder's language and with the design that it will have. It says that it is
 * a sample, and has neither number nor code. @throws Refused as `previewCertificate`, and `paper.undisplayable`, `paper.unavailable`
 */
export async function previewPaper(
  deps: Deps,
  principal: Principal,
  { origin, ...whose }: Whose & { readonly origin: string },
): Promise<{ svg: string }> {
  const { design, language, ...claims } = await claimsToBe(deps, principal, whose);
  const look = await lookOf(deps, design);
  const svg = await deps.papers.drawing({
    facts: { ...claims, number: SAMPLE_NUMBER, issuedAt: deps.clock.now().toISOString() },
    look,
    languages: paperLanguages(language ?? "ar", look.second),
    address: `${origin}/verify/crt_${"0".repeat(32)}`,
    pictures: await picturesOf(deps, look),
    isSample: true,
  });
  return { svg: displayed(svg) };
}
