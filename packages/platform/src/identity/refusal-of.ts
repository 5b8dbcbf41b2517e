import type { RefusalCode } from "@twiza/contract";
import { Refused } from "@twiza/core";
import * as oidc from "openid-client";

/** Throws what a failed exchange means to us, with the failure as its cause. A wrong configuration stays a bug. */
export function refuseExchange(error: unknown): never {
  throw refusedAs(error, isSilence(error) ? "busy" : exchangeCode(error));
}

/** Throws what a failed discovery means: the issuer is silent, or we are set up wrongly. */
export function refuseDiscovery(error: unknown): never {
  throw refusedAs(error, isSilence(error) ? "busy" : undefined);
}

const refusedAs = (cause: unknown, code: RefusalCode | undefined): unknown =>
  code === undefined ? cause : Object.assign(new Refused(code), { cause });

const NO_ANSWER = new Set(["OAUTH_TIMEOUT", "OAUTH_RESPONSE_IS_NOT_CONFORM"]);

/** `fetch` throws a bare TypeError when nobody answers; the library codes time-outs and answers such as 502. */
const isSilence = (error: unknown): boolean =>
  error instanceof oidc.ClientError
    ? NO_ANSWER.has(error.code ?? "")
    : error instanceof TypeError && error.message === "fetch failed";

function exchangeCode(error: unknown): RefusalCode | undefined {
  // She turned back, or the code was too old or already used.
  if (error instanceof oidc.AuthorizationResponseError) return "sign_in.expired";
  if (error instanceof oidc.ResponseBodyError)
    return error.error === "invalid_grant" ? "sign_in.expired" : undefined;
  return error instanceof oidc.ClientError ? "request.forged" : undefined;
}
