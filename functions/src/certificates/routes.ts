import {
  issueByHand,
  listCertificates,
  listWallet,
  revokeCertificate,
  verifyCertificate,
} from "@twiza/core";
import { createApp, type Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";
import { sealPictureRoute } from "./seal-picture.ts";
import { verifyPage } from "./verify-page.ts";

/** The wallet, the administrator's register, and the public page that tells whether a certificate is true. */
export function certificatesApp(setting: Setting) {
  const app = createApp(setting);
  const { deps } = setting;
  operation(app, { setting, name: "listWallet" }, ({ principal, query }) =>
    listWallet(deps, principal, { learnerId: query.learnerId, after: query.after }),
  );
  operation(app, { setting, name: "listCertificates" }, ({ principal, query }) =>
    listCertificates(deps, principal, query.after),
  );
  operation(app, { setting, name: "issueCertificate" }, ({ principal, body }) =>
    issueByHand(deps, principal, body),
  );
  operation(app, { setting, name: "revokeCertificate" }, ({ principal, params, body }) =>
    revokeCertificate(deps, principal, { id: params.certificateId, body }),
  );
  operation(app, { setting, name: "verifyCertificate" }, ({ params }) =>
    verifyCertificate(deps, params.certificateId),
  );
  verifyPage(app, setting);
  sealPictureRoute(app, setting);
  return app;
}
