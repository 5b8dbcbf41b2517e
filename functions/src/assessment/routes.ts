import { createApp } from "../http/app.ts";
import { correctionRoutes } from "./corrections.ts";
import { flagRoutes } from "./flags.ts";
import { gradeRoutes } from "./grades.ts";
import { type AssessmentSetting, observationRoutes } from "./observations.ts";

/** What people judge, and what follows from it. */
export function assessmentApp(setting: AssessmentSetting) {
  const app = createApp(setting);
  flagRoutes(app, setting);
  observationRoutes(app, setting);
  gradeRoutes(app, setting);
  correctionRoutes(app, setting);
  return app;
}
