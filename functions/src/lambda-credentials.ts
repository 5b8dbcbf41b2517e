/** What the SDK's clients sign with; the shape of `AwsCredentialIdentity` in `@smithy/types`. */
type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};

/**
 * Stands, in Lambda bundles, for the SDK's own search for credentials (`@aws-sdk/credential-provider-node`): the build puts it
 * in that place. Lambda always gives the function's role in these three variables; the search through files, SSO, STS and the
 * metadata of computers is a sixth of a bundle and never finds anything there.
 */
export const defaultProvider = () => (): Promise<Credentials> =>
  new Promise((resolve) => {
    resolve(fromLambda(process.env));
  });

function fromLambda(environment: Readonly<Record<string, string | undefined>>): Credentials {
  const accessKeyId = environment["AWS_ACCESS_KEY_ID"];
  const secretAccessKey = environment["AWS_SECRET_ACCESS_KEY"];
  const sessionToken = environment["AWS_SESSION_TOKEN"];
  if (!accessKeyId || !secretAccessKey)
    throw new Error("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are missing: is this Lambda?");
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}
