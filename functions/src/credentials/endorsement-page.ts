import { CertificateId, OrganisationId } from "@twiza/contract";
import { readEndorsement, Refused } from "@twiza/core";
import type { Hono } from "hono";
import type { Env } from "../http/app.ts";
import type { CredentialsSetting } from "./setting.ts";

/** It never changes; an hour, so that what a record loses is gone from everywhere on the same day. */
const KEEP = "public, max-age=3600";

/** `/o/{organisation}/endorsements/{certificate}`: what that institution has signed of another's certificate, with its proof. */
export function endorsementPage(app: Hono<Env>, { deps }: CredentialsSetting): void {
  app.get("/o/:organisationId/endorsements/:certificateId", async (c) => {
    const organisation = OrganisationId.safeParse(c.req.param("organisationId"));
    const id = CertificateId.safeParse(c.req.param("certificateId"));
    if (!organisation.success || !id.success) throw new Refused("not_found");
    const of = { id: id.data, organisationId: organisation.data };
    const text = await readEndorsement(deps, of);
    c.header("cache-control", KEEP);
    c.header("access-control-allow-origin", "*");
    c.header("content-type", "application/vc");
    return c.body(text);
  });
}
