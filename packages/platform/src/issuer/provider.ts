import { LANGUAGES } from "@twiza/contract/where";
import { interactionPolicy, Provider, type Configuration } from "oidc-provider";
import type { Accounts } from "./account.ts";
import type { recordsAdapter } from "./adapter.ts";
import type { IssuerKeys } from "./keys.ts";

const SCOPES = ["openid", "email", "phone", "profile"];
/** Where the issuer stands on the site. */
export const MOUNT = "/oidc";
export const COOKIE_NAMES = {
  session: "twiza_issuer",
  interaction: "twiza_interaction",
  resume: "twiza_resume",
};

/** The OpenID provider, cut down to what one first-party client needs: the code flow with PKCE. Everything else is off. */
export function openProvider(settings: {
  origin: string;
  client: { id: string; redirectUri: string };
  keys: IssuerKeys;
  adapter: ReturnType<typeof recordsAdapter>;
  accounts: Accounts;
  renderError: NonNullable<Configuration["renderError"]>;
}): Provider {
  const { client, keys } = settings;
  const policy = interactionPolicy.base();
  // Our own client: its people are not asked to consent to themselves.
  policy.remove("consent");
  const provider = new Provider(`${settings.origin}${MOUNT}`, {
    adapter: settings.adapter,
    jwks: { keys: [keys.signing] },
    cookies: {
      names: COOKIE_NAMES,
      keys: keys.cookies,
      long: { signed: true, httpOnly: true, sameSite: "lax" },
      short: { signed: true, httpOnly: true, sameSite: "lax" },
    },
    clients: [
      {
        client_id: client.id,
        redirect_uris: [client.redirectUri],
        token_endpoint_auth_method: "none",
        grant_types: ["authorization_code"],
        response_types: ["code"],
        id_token_signed_response_alg: "ES256",
      },
    ],
    scopes: SCOPES,
    claims: {
      openid: ["sub"],
      email: ["email", "email_verified"],
      phone: ["phone_number", "phone_number_verified"],
      profile: ["locale"],
    },
    // In the ID token itself, as Cognito does: no second call to read them.
    conformIdTokenClaims: false,
    responseTypes: ["code"],
    pkce: { required: () => true },
    discovery: { ui_locales_supported: [...LANGUAGES] },
    extraParams: ["lang"],
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    interactions: { policy, url: (_ctx, { uid }) => `${MOUNT}/interaction/${uid}` },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 120,
      IdToken: 300,
      Interaction: 600,
      Session: 120,
    },
    findAccount: (_ctx, subject) => settings.accounts.find(subject),
    loadExistingGrant: async (ctx) => {
      const { client: asking, account } = ctx.oidc;
      if (!asking || !account) return undefined;
      const grant = new ctx.oidc.provider.Grant({
        clientId: asking.clientId,
        accountId: account.accountId,
      });
      grant.addOIDCScope(SCOPES.join(" "));
      await grant.save();
      return grant;
    },
    renderError: settings.renderError,
  });
  // Addresses come from our configured origin (see mount.ts), never from the Host header of whoever asks.
  provider.proxy = true;
  return provider;
}
