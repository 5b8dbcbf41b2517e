import type { Contact } from "@twiza/contract";
import { isLanguage, type Language } from "@twiza/contract/where";
import { Refused, type Clock, type Records } from "@twiza/core";
import * as oidc from "openid-client";
import { readIdToken, verifiedContact } from "./id-token.ts";
import { refuseDiscovery, refuseExchange } from "./refusal-of.ts";
import { safeReturnTo } from "./return-to.ts";
import { remember, spend, type Leaving } from "./transaction.ts";

export type IdentitySettings = {
  /** Where discovery begins. Every other address is read from the issuer's own document. */
  readonly issuerUrl: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly redirectUri: string;
  readonly records: Records;
  readonly clock: Clock;
  /** Plain http, for an issuer on this computer. */
  readonly allowInsecure: boolean;
};

/** A person as the issuer knows her. `issuer` and `subject` together name her for ever; the contact may change. */
export type SignedIn = {
  readonly issuer: string;
  readonly subject: string;
  readonly contact: Contact;
  readonly language: Language;
  readonly returnTo: string;
};

export type Identity = {
  /** The issuer's address to go to, and the secret for a cookie of this browser. Refuses a `returnTo` that leaves this site. */
  begin(leaving: {
    returnTo: string;
    language: Language;
  }): Promise<{ url: string; transaction: string }>;
  /**
   * @throws Refused `sign_in.expired` (start again), `request.forged` (not ours), `contact.invalid` (the issuer vouches for
   * no e-mail or phone), `busy` (the issuer does not answer)
   */
  finish(returned: { callbackUrl: string; transaction: string }): Promise<SignedIn>;
};

/** Signing in with OpenID Connect: code, PKCE S256, state and nonce. The same for Cognito and for our own issuer. */
export function openIdentity(settings: IdentitySettings): Identity {
  const { records, clock, redirectUri } = settings;
  const configuration = lazily(() => discover(settings));
  return {
    async begin({ returnTo, language }) {
      if (safeReturnTo(returnTo) === undefined) throw new Refused("request.invalid");
      const config = await configuration().catch(refuseDiscovery);
      const [state, nonce, verifier] = [
        oidc.randomState(),
        oidc.randomNonce(),
        oidc.randomPKCECodeVerifier(),
      ];
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: "openid email phone profile",
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        // Asks again each time: the session of the issuer must not let the next holder of the phone in.
        prompt: "login",
        state,
        nonce,
        ui_locales: language,
        lang: language,
      });
      const secrets = { state, nonce, verifier };
      const transaction = await remember({ records, clock }, { ...secrets, returnTo, language });
      return { url: url.href, transaction };
    },

    async finish({ callbackUrl, transaction }) {
      const { search, searchParams } = new URL(callbackUrl, redirectUri);
      const state = searchParams.get("state") ?? "";
      const leaving = await spend({ records }, { transaction, state });
      const config = await configuration().catch(refuseDiscovery);
      // The registered address, not the one seen: a proxy in front may have changed its host.
      const current = new URL(search, redirectUri);
      const tokens = await oidc
        .authorizationCodeGrant(config, current, {
          expectedState: leaving.state,
          expectedNonce: leaving.nonce,
          pkceCodeVerifier: leaving.verifier,
          idTokenExpected: true,
        })
        .catch(refuseExchange);
      return signedIn(tokens.id_token ?? "", leaving, clock.now());
    },
  };
}

function signedIn(token: string, leaving: Leaving, now: Date): SignedIn {
  const claims = readIdToken(token, now);
  if (!claims) throw new Refused("request.forged");
  // Someone who came in before this sign-in began was not asked: a remembered session of another holder of the phone.
  const startedSeconds = new Date(leaving.startedAt).getTime() / 1000;
  if (claims.auth_time !== undefined && claims.auth_time < startedSeconds - 60)
    throw new Refused("sign_in.expired");
  const contact = verifiedContact(claims);
  if (contact === undefined) throw new Refused("contact.invalid");
  const language = isLanguage(claims.locale) ? claims.locale : leaving.language;
  const { returnTo } = leaving;
  return { issuer: claims.iss, subject: claims.sub, contact, language, returnTo };
}

async function discover(settings: IdentitySettings): Promise<oidc.Configuration> {
  const { clientSecret } = settings;
  const config = await oidc.discovery(
    new URL(settings.issuerUrl),
    settings.clientId,
    { [oidc.clockTolerance]: 30 },
    clientSecret === undefined ? oidc.None() : oidc.ClientSecretPost(clientSecret),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its authors mark it so that it is seen; it is off under TLS
    { timeout: 10, execute: settings.allowInsecure ? [oidc.allowInsecureRequests] : [] },
  );
  // The code flow may trust TLS alone; we want the signature as well.
  oidc.enableNonRepudiationChecks(config);
  return config;
}

/** Once at the first need, again after a failure. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
