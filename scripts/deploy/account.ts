import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

export type AwsAccount = { readonly account: string; readonly region: string };

/** A no that a person can mend, as one sentence. */
export class CannotDeploy extends Error {}

/** Whose AWS account this is. @throws CannotDeploy without credentials, without a Region, or when AWS refuses them */
export async function whichAccount(): Promise<AwsAccount> {
  const client = new STSClient({ maxAttempts: 2 });
  const region = await client.config.region().catch(() => undefined);
  if (!region)
    throw new CannotDeploy(
      "No AWS Region is chosen: set AWS_REGION (for Morocco the nearest is eu-south-2 or eu-west-3) and try again.",
    );
  const given = await client.config.credentials().catch(() => undefined);
  if (!given)
    throw new CannotDeploy(
      "No AWS credentials were found: sign in with `aws sso login` or set AWS_PROFILE, then try again.",
    );
  try {
    const { Account } = await client.send(new GetCallerIdentityCommand({}));
    if (Account) return { account: Account, region };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotDeploy(`AWS did not accept the credentials: ${why}`);
  }
  throw new CannotDeploy("AWS accepted the credentials but names no account.");
}
