import type { Me } from "@twiza/contract";
import { type Role, SIGNED_IN_MARK } from "@twiza/contract/where";
import { call } from "./api.ts";
import { kept } from "./kept.ts";
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
    current = { state: "in", me: await call("readMe") };
  } catch (error) {
    if (!isProblem(error)) throw error;
    current =
      error.code === "session.required" ? { state: "out" } : { state: "away", problem: error };
    // The next page tries again: neither answer is for good.
    asking = undefined;
  }
  return current;
}

/** Where signing in begins; it comes back to `returnTo`, a path of ours. */
export const signInAddress = (returnTo: string, language: string): string =>
  `/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}&lang=${encodeURIComponent(language)}`;
