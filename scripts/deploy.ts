import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as z from "zod";
import { buildAll } from "./build.ts";
import { CannotDeploy, whichAccount } from "./deploy/account.ts";
import { ask, contextOf, pairs, remember, remembered, type Remembered } from "./deploy/settings.ts";
import { uploadSite } from "./deploy/site.ts";
import { smokeTest } from "./deploy/smoke.ts";
import { giveUp, step } from "./progress.ts";

const OUTPUTS = ".twiza/cloud-outputs.json";

const Outputs = z.record(z.string(), z.record(z.string(), z.string()));

/** Runs CDK where its words and questions are seen. @throws CannotDeploy when it ends badly */
async function cdk(args: readonly string[]): Promise<void> {
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn("cdk", args, { stdio: "inherit" });
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0)
    throw new CannotDeploy(
      `\`cdk ${args[0] ?? ""}\` ended with ${String(code)}; it says above why.`,
    );
}

/** The e-mail address that hears of alarms is asked for once. */
async function settle(settings: Remembered): Promise<Remembered> {
  if (settings["operatorEmail"] !== undefined) return settings;
  const operatorEmail = await ask("E-mail address of the operator, who hears of alarms and costs:");
  return { ...settings, operatorEmail };
}

/** What the last deployment from this desk told of itself. @throws CannotDeploy when there was none */
function outputOf(stage: string, name: string): string {
  const outputs = existsSync(OUTPUTS)
    ? Outputs.parse(JSON.parse(readFileSync(OUTPUTS, "utf8")))
    : {};
  const value = outputs[stage]?.[name];
  if (value) return value;
  throw new CannotDeploy(
    `${OUTPUTS} does not tell ${name} of ${stage}: run \`npm run deploy\` first.`,
  );
}

/** On a first deployment somebody must be let in; nobody can let herself in. */
async function letFirstAdministratorIn(deployment: string): Promise<void> {
  // Only now: the store wants built messages and the cloud's own client, which a desk that only looks need not load.
  const { firstAdministrator } = await import("./deploy/first-administrator.ts");
  const { publishSampleCourses } = await import("./deploy/sample-courses.ts");
  const { storeInCloud } = await import("./deploy/store-in-cloud.ts");
  const organisationName = await ask("Name of the institution:");
  const name = await ask("Name of its first administrator:");
  const email = await ask("Her e-mail address:");
  const place = {
    deployment,
    publicBlobs: outputOf(`${deployment}-data`, "PublicBlobs"),
    privateBlobs: outputOf(`${deployment}-data`, "PrivateBlobs"),
  };
  const deps = storeInCloud(place);
  const made = await firstAdministrator(deps, { organisationName, name, email });
  if (made === "already") {
    console.log(`  ${email} is an administrator already; nothing was changed.`);
    return;
  }
  await step("publish the sample courses", () => publishSampleCourses(deps, made));
  console.log(`  ${email} is administrator as soon as she signs in with a code sent there.`);
}

async function deploy(): Promise<void> {
  const { values } = parseArgs({
    options: {
      plan: { type: "boolean", default: false },
      yes: { type: "boolean", default: false },
      "first-administrator": { type: "boolean", default: false },
      set: { type: "string", multiple: true, default: [] },
    },
  });
  const { account, region } = await whichAccount();
  const known = { ...remembered(), ...pairs(values.set) };
  const deployment = known["deployment"] ?? "twiza";
  if (values["first-administrator"]) return letFirstAdministratorIn(deployment);
  const settings = await settle(known);
  const context = contextOf(settings);
  await buildAll();
  console.log(`\n  What would change in account ${account}, Region ${region}:\n`);
  await cdk(["diff", "--all", ...context]);
  if (values.plan) return;
  if (!values.yes && (await ask("Lay this out now? (yes/no)")) !== "yes") {
    console.log("  Nothing was changed.");
    return;
  }
  remember(settings);
  await cdk(["bootstrap", `aws://${account}/${region}`, ...context]);
  await cdk([
    "deploy",
    "--all",
    "--require-approval=never",
    `--outputs-file=${OUTPUTS}`,
    ...context,
  ]);
  await finish(deployment);
}

async function finish(deployment: string): Promise<void> {
  const origin = outputOf(`${deployment}-web`, "Origin");
  const siteBucket = outputOf(`${deployment}-web`, "SiteBucket");
  await step("upload the site", () => uploadSite("web/build", siteBucket));
  const smoke = await smokeTest(origin, { tries: 12, pauseMs: 10_000 });
  for (const { promise, well, saw } of smoke)
    console.log(`  ${well ? "✓" : "✗"} ${promise}${well ? "" : ` (answered ${saw})`}`);
  if (smoke.some(({ well }) => !well))
    throw new CannotDeploy(`Twiza lies at ${origin}, but not everything answers as it should.`);
  console.log(`\n  Twiza is ready:  ${origin}`);
  console.log(
    "  The first administrator is let in with:  npm run deploy -- --first-administrator\n",
  );
}

try {
  await deploy();
} catch (error) {
  if (error instanceof CannotDeploy) giveUp(error.message);
  throw error;
}
