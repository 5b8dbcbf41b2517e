import type { Node } from "constructs";
import * as z from "zod";

/**
 * What an operator may decide about one deployment; the rest is the same everywhere. Read from CDK context, where every value
 * is text: `cdk synth -c twiza:operatorEmail=…`.
 */
const Settings = z.strictObject({
  /** Begins the name of every table and stack, so that two deployments can share an account. */
  deployment: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,20}$/)
    .default("twiza"),
  /** Hears alarms and the budget. Without it alarms show in the console only. */
  operatorEmail: z.email().optional(),
  monthlyBudgetUsd: z.coerce.number().int().positive().default(25),
  /** A domain of one's own; its certificate must lie in us-east-1, where CloudFront looks for it. */
  domainName: z.hostname().optional(),
  certificateArn: z
    .string()
    .regex(/^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\//)
    .optional(),
  /**
   * Who looks at the public log and signs what they saw: the key of each as it tells it itself, a blank and its address; commas between
   * them (docs/witness.md).
   */
  witnesses: z.string().min(1).default("none"),
  /** An address verified in SES. Without it Cognito sends codes itself, at most 50 a day. */
  senderEmail: z.email().optional(),
});
export type Settings = z.output<typeof Settings>;

/** @throws a ZodError that names the setting. */
export function settingsOf(node: Node): Settings {
  const given = Object.keys(Settings.shape).flatMap((name) => {
    const value: unknown = node.tryGetContext(`twiza:${name}`);
    return value === undefined || value === "" ? [] : [[name, value] as const];
  });
  const settings = Settings.parse(Object.fromEntries(given));
  if ((settings.domainName === undefined) !== (settings.certificateArn === undefined))
    throw new Error("twiza:domainName and twiza:certificateArn are given together or not at all.");
  return settings;
}

/** What every table's name begins with; functions receive it as `TWIZA_TABLE_PREFIX`. */
export const tablePrefixOf = ({ deployment }: Settings): string => `${deployment}-`;
