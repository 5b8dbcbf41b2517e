import { listUnsigned, offerCredential, readSigned, showCertificate } from "@twiza/core";
import { createApp } from "../http/app.ts";
import { operation } from "../http/operation.ts";
import { didPage } from "./did-page.ts";
import { endorsementPage } from "./endorsement-page.ts";
import type { CredentialsSetting } from "./setting.ts";
import { statusPage } from "./status-page.ts";
import { walletProtocol } from "./wallet-protocol.ts";

/** What certificates are checked by without us, and the signed forms for their holders. */
export function credentialsApp(setting: CredentialsSetting) {
  const app = createApp(setting);
  const { deps } = setting;
  operation(app, { setting, name: "readIssuers" }, async () => ({
    at: deps.clock.now().toISOString(),
    origin: setting.issuesAt,
    keys: [...(await deps.issuerKeys.keys())],
  }));
  operation(app, { setting, name: "readSigned" }, ({ principal, params }) =>
    readSigned(deps, principal, params.certificateId),
  );
  operation(app, { setting, name: "offerCredential" }, ({ principal, params, body }) =>
    offerCredential(deps, principal, { id: params.certificateId, body }),
  );
  operation(app, { setting, name: "showCertificate" }, ({ principal, params, body }) =>
    showCertificate(deps, principal, { id: params.certificateId, body }),
  );
  operation(app, { setting, name: "listUnsigned" }, ({ principal, query }) =>
    listUnsigned(deps, principal, { after: query.after }),
  );
  didPage(app, setting);
  endorsementPage(app, setting);
  statusPage(app, setting);
  walletProtocol(app, setting);
  return app;
}
