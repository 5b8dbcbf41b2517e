import type { LetIn } from "@twiza/contract";
import { type OpenedSession, redeemCard, redeemTicket } from "@twiza/core";
import type { Context, Hono } from "hono";
import { cookieOf, type Env } from "../http/app.ts";
import { operation } from "../http/operation.ts";
import { setSessionCookie } from "./auth.ts";
import type { PeopleSetting } from "./routes.ts";

/** Coming in without a contact: on a trainer's word, or with a card. What can be typed is counted; a QR's secret cannot be guessed. */
export function waysIn(app: Hono<Env>, setting: PeopleSetting): void {
  const { deps, origin, guesses, addressOf } = setting;
  const on = (c: Context) => ({
    device: (c.req.header("user-agent") ?? "").slice(0, 200),
    former: cookieOf(c, origin),
  });
  const enter = (
    c: Context,
    { cookie, maxAgeSeconds, hasLearner, ...letIn }: OpenedSession & LetIn,
  ) => {
    setSessionCookie(c, { origin, cookie, maxAgeSeconds, hasLearner });
    return letIn;
  };

  operation(app, { setting, name: "redeemTicket" }, async ({ body, context }) => {
    const { intentId, ...way } = body;
    const redeem = () => redeemTicket(deps, way, { intentId, ...on(context) });
    const isTyped = "code" in way;
    return enter(
      context,
      isTyped
        ? await guesses.attempt(addressOf(context), redeem, (code) => code === "entry.unknown")
        : await redeem(),
    );
  });

  operation(app, { setting, name: "redeemCard" }, async ({ body, context }) => {
    const { intentId, code } = body;
    const redeem = () => redeemCard(deps, code, { intentId, ...on(context) });
    return enter(
      context,
      await guesses.attempt(addressOf(context), redeem, (refused) => refused === "card.unknown"),
    );
  });
}
