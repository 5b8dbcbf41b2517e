import { STATUS_LIST_LENGTH, StatusListName, type StatusPurpose } from "@twiza/contract";
import { Refused } from "@twiza/core";
import { didOf } from "@twiza/credential/did";
import { addProof } from "@twiza/credential/integrity";
import { signJwt } from "@twiza/credential/jwt";
import { listAddress } from "@twiza/credential/open-badge";
import { statusListCredential } from "@twiza/credential/status-list";
import type { Hono } from "hono";
import type { Env } from "../http/app.ts";
import type { CredentialsSetting } from "./setting.ts";

const MINUTE = 60_000;
/** What is signed anew no oftener: within it everybody gets the same bytes. */
const STEP = 10 * MINUTE;
/** How long a list may be believed: whoever keeps an older one could hide what was revoked since. */
const HOLDS = 24 * 60 * MINUTE;
const KEEP = "public, max-age=600";

/** `/o/{organisation}/status/{year}/{purpose}/{n}`: a signed list of what no longer holds (Bitstring Status List 1.0), as VC-JWT or, for who asks for JSON, with a Data Integrity proof. */
export function statusPage(app: Hono<Env>, { deps, issuesAt: origin }: CredentialsSetting): void {
  app.get("/o/:organisationId/status/:year/:purpose/:part", async (c) => {
    const { organisationId, year, purpose, part } = c.req.param();
    const name = StatusListName.safeParse({
      organisationId,
      year: Number(year),
      purpose,
      part: Number(part),
    });
    // One spelling for a list: `2026`, not `+2026`.
    if (!name.success || String(name.data.year) !== year || String(name.data.part) !== part)
      throw new Refused("not_found");
    // A list that no certificate stands in is signed for nobody: each signature costs.
    const series = await deps.store.certificates.series(name.data.organisationId, name.data.year);
    if (!series || name.data.part > Math.floor(series.value.last / STATUS_LIST_LENGTH))
      throw new Refused("not_found");
    const set = await deps.store.statusLists.placesOf(name.data);
    const key = await deps.issuerKeys.signing(name.data.organisationId);
    const from = Math.floor(deps.clock.now().getTime() / STEP) * STEP;
    const unsigned = await statusListCredential({
      address: addressOf(origin, name.data),
      issuer: didOf({ origin, organisationId: name.data.organisationId }),
      purpose: name.data.purpose,
      set,
      validFrom: new Date(from).toISOString(),
      validUntil: new Date(from + HOLDS).toISOString(),
      ttl: STEP,
    });
    c.header("cache-control", KEEP);
    c.header("access-control-allow-origin", "*");
    c.header("vary", "accept");
    if (!wantsDocument(c.req.header("accept"))) {
      c.header("content-type", "application/vc+jwt");
      return c.body(await signJwt(unsigned, key));
    }
    c.header("content-type", "application/vc");
    return c.body(JSON.stringify(await addProof(unsigned, key, { created: unsigned.validFrom })));
  });
}

/** Verifiers of the other family read a list as JSON with its proof, and say so. */
const wantsDocument = (accept = ""): boolean =>
  /application\/(?:vc(?!\+jwt)|ld\+json|json)/.test(accept) && !accept.includes("vc+jwt");

const addressOf = (
  origin: string,
  { organisationId, year, purpose, part }: StatusListName & { purpose: StatusPurpose },
): string => listAddress({ origin, organisationId, year, purpose, part });
