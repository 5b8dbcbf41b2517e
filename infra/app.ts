import { existsSync } from "node:fs";
import { artefactFolder } from "@twiza/functions/build";
import { App } from "aws-cdk-lib";
import { layOut } from "./layout.ts";
import { settingsOf } from "./settings.ts";

const app = new App();
layOut(app, settingsOf(app.node), builtArtefact);
app.synth();

/** Says what to do, where CDK would say that it cannot find an asset. */
function builtArtefact(name: string): string {
  const folder = artefactFolder(name);
  if (existsSync(`${folder}/index.mjs`)) return folder;
  throw new Error(`Function ${name} is not built yet: run "npm run build" first.`);
}
