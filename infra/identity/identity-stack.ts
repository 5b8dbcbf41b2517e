import {
  Aws,
  CfnOutput,
  Duration,
  Fn,
  RemovalPolicy,
  Stack,
  Validations,
  type StackProps,
} from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  OAuthScope,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolEmail,
} from "aws-cdk-lib/aws-cognito";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";

type Props = StackProps & {
  readonly settings: Settings;
  /** Scheme and host that the browser sees; Cognito sends people back there and nowhere else. */
  readonly origin: string;
};

/** Who somebody is: her address proved by a code or a passkey. What she may do is ours and lies in the store. */
export class IdentityStack extends Stack {
  /** As Cognito tells it; its shape has changed before, so nobody builds it from parts. */
  readonly issuerUrl: string;
  readonly clientId: string;

  constructor(scope: Construct, id: string, { settings, origin, ...props }: Props) {
    super(scope, id, props);
    const pool = userPool(this, settings);
    const client = appClient(this, pool, origin);
    loginPages(this, pool, client);
    this.issuerUrl = pool.userPoolProviderUrl;
    this.clientId = client.userPoolClientId;
    new CfnOutput(this, "IssuerUrl", { value: this.issuerUrl });
  }
}

/** Anybody may join with an e-mail address. Essentials is the plan that has codes by e-mail and passkeys. */
function userPool(scope: Construct, { senderEmail }: Settings): UserPool {
  const pool = new UserPool(scope, "people", {
    featurePlan: FeaturePlan.ESSENTIALS,
    selfSignUpEnabled: true,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    autoVerify: { email: true },
    // A new address must be proved before it replaces the old one: it is how an account is found.
    keepOriginal: { email: true },
    standardAttributes: { email: { required: true, mutable: true } },
    // Cognito insists that a password be among the ways; our app never offers one.
    signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true, passkey: true } },
    passwordPolicy: {
      minLength: 14,
      requireDigits: true,
      requireLowercase: true,
      requireSymbols: true,
      requireUppercase: true,
    },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    ...(senderEmail && {
      email: UserPoolEmail.withSES({
        fromEmail: senderEmail,
        fromName: "Twiza",
        sesRegion: Aws.REGION,
      }),
    }),
  });
  Validations.of(pool).acknowledge(
    {
      id: "AwsSolutions-COG2",
      reason:
        "In Cognito a second factor and signing in without a password exclude each other; passkeys are the strong way for staff.",
    },
    {
      id: "AwsSolutions-COG8",
      reason:
        "The Plus plan guards passwords, which nobody here uses, and is paid for each person each month.",
    },
  );
  return pool;
}

/** A public client: code and PKCE, no secret. We read the ID token once and keep no token, so both live as short as can be. */
function appClient(scope: Construct, userPool: UserPool, origin: string): UserPoolClient {
  return new UserPoolClient(scope, "app", {
    userPool,
    generateSecret: false,
    authFlows: { user: true },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
      callbackUrls: [`${origin}/auth/callback`],
      logoutUrls: [`${origin}/`],
    },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    idTokenValidity: Duration.minutes(5),
    accessTokenValidity: Duration.minutes(5),
    refreshTokenValidity: Duration.hours(1),
  });
}

/** Cognito's own pages. Their address must be unlike any other in the Region: the stack's own random part makes it so. */
function loginPages(scope: Construct, pool: UserPool, client: UserPoolClient): void {
  const stackUuid = Fn.select(2, Fn.split("/", Stack.of(scope).stackId));
  pool.addDomain("sign-in", {
    cognitoDomain: { domainPrefix: `twiza-${stackUuid}` },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  new CfnManagedLoginBranding(scope, "sign-in-look", {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  });
}
