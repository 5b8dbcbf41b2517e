import type { Me } from "@twiza/contract";
import { type Role, SIGNED_IN_MARK } from "@twiza/contract/where";
import { call } from "./api.ts";
import { keep, kept } from "./kept.ts";
import { isProblem, type Problem } from "./problem.ts";

/** `unknown` until the first answer; `away` when the network failed, so that nobody is taken for signed out. */
type Session =
  | { readonly state: "unknown" }
  | { readonly state: "out" }
  | { readonly state: "away"; readonly problem: Problem }
  | { readonly state: "in"; readonly me: Me };

let current = $state.raw<Session>({ state: "unknown" });
let asking: Promise<Session> | undefined;

/** Who is here, as a reactive value. Call `loadSession()` once before. */
export const session = {
  get state(): Session["state"] {
    return current.state;
  },
  get me(): Me | undefined {
    return current.state === "in" ? current.me : undefined;
  },
  /** Why nobody could be asked, while she is `away`. */
  get problem(): Problem | undefined {
    return current.state === "away" ? current.problem : undefined;
  },
  get roles(): readonly Role[] {
    return current.state === "in" ? current.me.roles : [];
  },
  hasRole(...roles: readonly Role[]): boolean {
    return this.roles.some((role) => roles.includes(role));
  },
};

/** Asks who is signed in; every caller shares one request. `again` asks anew, after a change of profile or role. */
export function loadSession({ again = false } = {}): Promise<Session> {
  if (again || asking === undefined) asking = ask();
  return asking;
}

/** Nobody who never signed in here needs to be asked for. Whoever signed in before there was a mark left her door. */
const mayBeIn = (): boolean => document.cookie.includes(SIGNED_IN_MARK) || kept("door") !== "";

async function ask(): Promise<Session> {
  if (!mayBeIn()) return (current = { state: "out" });
  try {
    const chosen = kept("chosen");
    if (chosen) await settle(chosen);
    current = { state: "in", me: await call("readMe") };
  } catch (error) {
    if (!isProblem(error)) throw error;
    const isOver = error.code === "session.required";
    current = isOver ? { state: "out" } : { state: "away", problem: error };
    // The last one has left this phone, or was sent off it: nobody is asked for until somebody comes in.
    if (isOver) document.cookie = `${SIGNED_IN_MARK}=; Max-Age=0; Path=/`;
    // The next page tries again: neither answer is for good.
    asking = undefined;
  }
  return current;
}

/** Tells the server who was chosen without network. Whoever may be chosen no longer is forgotten. @throws Problem to be tried again */
async function settle(learnerId: string): Promise<void> {
  try {
    await call("chooseLearner", { body: { learnerId } });
  } catch (error) {
    if (!isProblem(error, "not_found") && !isProblem(error, "session.required")) throw error;
  }
  keep("chosen", "");
}

/** Where signing in begins; it comes back to `returnTo`, a path of ours. */
export const signInAddress = (returnTo: string, language: string): string =>
  `/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}&lang=${encodeURIComponent(language)}`;
