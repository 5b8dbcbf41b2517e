import { OrganisationId } from "@twiza/contract";
import { Refused } from "@twiza/core";
import { didDocument, didOf } from "@twiza/credential/did";
import type { Hono } from "hono";
import type { Env } from "../http/app.ts";
import { keysOf } from "./keys-of.ts";
import type { CredentialsSetting } from "./setting.ts";

/** A key that was given up must be known soon, and a document is asked for at each check. */
const KEEP = "public, max-age=300";

/** `/o/{organisation}/did.json`: under which keys an organisation's certificates are signed (did:web). */
export function didPage(app: Hono<Env>, { deps, issuesAt: origin }: CredentialsSetting): void {
  app.get("/o/:organisationId/did.json", async (c) => {
    const id = OrganisationId.safeParse(c.req.param("organisationId"));
    const organisation = id.success && (await deps.store.organisations.byId(id.data));
    if (!organisation) throw new Refused("not_found");
    const organisationId = organisation.value.id;
    const keys = keysOf(await deps.issuerKeys.keys(), organisationId);
    c.header("cache-control", KEEP);
    c.header("access-control-allow-origin", "*");
    c.header("content-type", "application/did+json");
    return c.body(JSON.stringify(didDocument({ did: didOf({ origin, organisationId }), keys })));
  });
}
