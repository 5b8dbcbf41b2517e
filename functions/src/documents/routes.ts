import {
  listDesigns,
  previewCertificate,
  previewDesign,
  previewPaper,
  readPaper,
  readShareImage,
  removeDesign,
  restoreDesign,
  saveDesign,
} from "@twiza/core";
import type { Context } from "hono";
import { createApp, type Env, type Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** Papers of certificates, pictures of them for messages, and how an organisation's look. */
export function documentsApp(setting: Setting) {
  const app = createApp(setting);
  const { deps, origin } = setting;
  operation(app, { setting, name: "listDesigns" }, ({ principal }) => listDesigns(deps, principal));
  operation(app, { setting, name: "saveDesign" }, ({ principal, params, body }) =>
    saveDesign(deps, principal, { id: params.designId, body }),
  );
  operation(app, { setting, name: "removeDesign" }, ({ principal, params, body }) =>
    removeDesign(deps, principal, { id: params.designId, body }),
  );
  operation(app, { setting, name: "restoreDesign" }, ({ principal, params, body }) =>
    restoreDesign(deps, principal, { id: params.designId, body }),
  );
  operation(app, { setting, name: "previewDesign" }, ({ principal, body }) =>
    previewDesign(deps, principal, { body, origin }),
  );
  operation(app, { setting, name: "previewCertificate" }, ({ principal, params }) =>
    previewCertificate(deps, principal, params),
  );
  operation(app, { setting, name: "previewPaper" }, ({ principal, params }) =>
    previewPaper(deps, principal, { ...params, origin }),
  );
  operation(app, { setting, name: "readPaper" }, async ({ principal, params, query, context }) =>
    kept(context, await readPaper(deps, principal, { id: params.certificateId, ...query, origin })),
  );
  operation(
    app,
    { setting, name: "readShareImage" },
    async ({ principal, params, query, context }) =>
      kept(
        context,
        await readShareImage(deps, principal, { id: params.certificateId, ...query, origin }),
      ),
  );
  return app;
}

/**
 * What will never be another may be kept by the browser that asked, for as long as the same session asks again: whoever comes after
 * her on this phone is asked who she is.
 */
function kept<T>(
  context: Context<Env>,
  { file, isFinal }: { readonly file: T; readonly isFinal: boolean },
): T {
  if (isFinal) {
    context.header("cache-control", "private, max-age=31536000, immutable");
    context.header("vary", "cookie");
  }
  return file;
}
