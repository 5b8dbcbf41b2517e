import { Tags, Validations, type App } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { DataStack } from "./data/data-stack.ts";
import { ApiStack } from "./functions/api-stack.ts";
import type { Surroundings } from "./functions/grants.ts";
import type { ArtefactOf } from "./functions/twiza-function.ts";
import { WorkersStack } from "./functions/workers-stack.ts";
import { IdentityStack } from "./identity/identity-stack.ts";
import type { Settings } from "./settings.ts";
import { WatchStack } from "./watch/watch-stack.ts";
import { WebStack } from "./web/web-stack.ts";

/**
 * The whole cloud in the order in which it is built: what is kept, the front door, who is asking, what answers, what works
 * afterwards, and who watches. Each stage knows only stages before it.
 */
export function layOut(app: App, settings: Settings, artefactOf: ArtefactOf) {
  const name = (stage: string) => `${settings.deployment}-${stage}`;
  const data = new DataStack(app, name("data"), { settings, terminationProtection: true });
  const web = new WebStack(app, name("web"), { settings, data });
  const { origin, api } = web;
  const identity = new IdentityStack(app, name("identity"), {
    settings,
    origin,
    terminationProtection: true,
  });
  const surroundings: Surroundings = {
    TWIZA_ORIGIN: origin,
    TWIZA_ISSUER_URL: identity.issuerUrl,
    TWIZA_CLIENT_ID: identity.clientId,
    TWIZA_WITNESSES: settings.witnesses,
    TWIZA_SENDER: settings.senderEmail ?? "none",
  };
  const answers = new ApiStack(app, name("api"), {
    api,
    data,
    surroundings,
    artefactOf,
  });
  const works = new WorkersStack(app, name("workers"), { data, surroundings, artefactOf });
  const { functions } = answers;
  const { workers, daily } = works;
  const watch = new WatchStack(app, name("watch"), {
    ...{ settings, api, functions, workers, daily, data },
  });
  Tags.of(app).add("deployment", settings.deployment);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { data, web, identity, api: answers, workers: works, watch };
}
