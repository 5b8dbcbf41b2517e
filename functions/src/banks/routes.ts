import { createApp, type Setting } from "../http/app.ts";
import { draftRoutes } from "./drafts.ts";
import { frameworkRoutes } from "./frameworks.ts";
import { bankItemRoutes } from "./items.ts";

/** What courses are built from, and what they are held to. */
export function banksApp(setting: Setting) {
  const app = createApp(setting);
  bankItemRoutes(app, setting);
  frameworkRoutes(app, setting);
  draftRoutes(app, setting);
  return app;
}
