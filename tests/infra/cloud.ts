import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layOut } from "@twiza/infra/layout";
import { settingsOf } from "@twiza/infra/settings";
import { App, type Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import * as z from "zod";

const CdkJson = z.looseObject({ context: z.record(z.string(), z.unknown()) });

/** A deployment in which everything was chosen; without settings everything is as it comes. */
export const EVERY_SETTING = {
  deployment: "north",
  domainName: "twiza.example",
  certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/0f0f",
  senderEmail: "no-reply@twiza.example",
  operatorEmail: "operator@twiza.example",
  monthlyBudgetUsd: "40",
};

const laidOut = new Map<string, ReturnType<typeof layOutAnew>>();

/** The cloud as `cdk synth` would lay it out with these settings, in a folder of its own; once for the same settings. What the artefacts hold does not matter here. */
export function cloud(settings: Readonly<Record<string, string>> = {}) {
  const key = JSON.stringify(settings);
  const made = laidOut.get(key) ?? layOutAnew(settings);
  laidOut.set(key, made);
  return made;
}

function layOutAnew(settings: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "twiza-cloud-"));
  const artefact = join(folder, "artefact");
  mkdirSync(artefact);
  writeFileSync(join(artefact, "index.mjs"), "export const handler = async () => ({});");
  const { context } = CdkJson.parse(JSON.parse(readFileSync("cdk.json", "utf8")));
  const given = Object.entries(settings).map(([name, value]): [string, unknown] => [
    `twiza:${name}`,
    value,
  ]);
  const app = new App({
    context: { ...context, ...Object.fromEntries(given) },
    outdir: join(folder, "cdk.out"),
  });
  const stacks = layOut(app, settingsOf(app.node), () => artefact);
  return { app, stacks };
}

const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
const Printed = z.looseObject({
  Resources: z.record(z.string(), Resource),
  Outputs: z
    .record(
      z.string(),
      z.looseObject({ Value: z.unknown(), Export: z.object({ Name: z.string() }).optional() }),
    )
    .default({}),
});
export type Printed = z.output<typeof Printed>;
export type ResourceInTemplate = z.output<typeof Resource> & { readonly id: string };

/** The template of a stage, as CloudFormation will read it. */
export const printed = (stack: Stack): Printed => Printed.parse(Template.fromStack(stack).toJSON());

/** Resources of a type, or all of them, each with its logical id. */
export const resources = ({ Resources }: Printed, type?: string): readonly ResourceInTemplate[] =>
  Object.entries(Resources)
    .filter(([, it]) => type === undefined || it.Type === type)
    .map(([id, it]) => ({ id, ...it }));

/**
 * Writes a CloudFormation expression as one line a person can compare: names of tables instead of references, and what
 * another stage exports instead of the import.
 */
export function plainly(value: unknown, all: readonly Printed[]): string {
  if (typeof value === "string") return value;
  const it = Expression.parse(value);
  if ("Fn::Join" in it) return it["Fn::Join"][1].map((part) => plainly(part, all)).join("");
  if ("Fn::ImportValue" in it) return plainly(exported(it["Fn::ImportValue"], all), all);
  if ("Fn::GetAtt" in it) return nameOf(it["Fn::GetAtt"][0], all);
  return nameOf(it.Ref, all);
}

const Expression = z.union([
  z.strictObject({ "Fn::Join": z.tuple([z.literal(""), z.array(z.unknown())]) }),
  z.strictObject({ "Fn::ImportValue": z.string() }),
  z.strictObject({ "Fn::GetAtt": z.tuple([z.string(), z.string()]) }),
  z.strictObject({ Ref: z.string() }),
]);

function exported(name: string, all: readonly Printed[]): unknown {
  const outputs = all.flatMap(({ Outputs }) => Object.values(Outputs));
  const output = outputs.find((it) => it.Export?.Name === name);
  if (!output) throw new Error(`No stage exports ${name}.`);
  return output.Value;
}

/** The table's name, else the logical id without the hash that CDK adds. */
function nameOf(id: string, all: readonly Printed[]): string {
  const resource = all.map(({ Resources }) => Resources[id]).find((it) => it !== undefined);
  const name = resource?.Properties["TableName"];
  return typeof name === "string" ? name : id.replace(/[0-9A-F]{8}$/, "");
}
