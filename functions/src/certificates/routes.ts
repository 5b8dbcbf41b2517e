import { issueByHand, listWallet, readLogProof, verifyCertificate } from "@twiza/core";
import { createApp, type Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";
import { deskRoutes } from "./desk.ts";
import { sealPictureRoute } from "./seal-picture.ts";
import { verifyPage } from "./verify-page.ts";

/** The wallet, the desk of those who issue, and the public page that tells whether a certificate is true. */
export function certificatesApp(setting: Setting) {
  const app = createApp(setting);
  const { deps } = setting;
  operation(app, { setting, name: "listWallet" }, ({ principal, query }) =>
    listWallet(deps, principal, { learnerId: query.learnerId, after: query.after }),
  );
  operation(app, { setting, name: "issueCertificate" }, ({ principal, body }) =>
    issueByHand(deps, principal, body),
  );
  // Anybody's page may show what anybody may know; no cookie goes with it.
  app.use("/api/verify/*", async (c, next) => {
    await next();
    c.header("access-control-allow-origin", "*");
  });
  operation(app, { setting, name: "verifyCertificate" }, ({ params }) =>
    verifyCertificate(deps, params.certificateId),
  );
  operation(app, { setting, name: "readLogProof" }, ({ params }) =>
    readLogProof(deps, params.form),
  );
  deskRoutes(app, setting);
  verifyPage(app, setting);
  sealPictureRoute(app, setting);
  return app;
}
