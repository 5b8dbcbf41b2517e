import { setTimeout as pause } from "node:timers/promises";

/** One thing that a new installation must do before anybody is sent there. */
type Probe = { readonly path: string; readonly promise: string; readonly status: number };

const PROBES: readonly Probe[] = [
  { path: "/health", promise: "the functions answer", status: 200 },
  { path: "/api/catalogue", promise: "the functions read the tables", status: 200 },
  { path: "/api/me", promise: "strangers are asked to sign in", status: 401 },
  { path: "/auth/sign-in", promise: "signing in leads to the issuer", status: 302 },
  { path: "/", promise: "the site is there", status: 200 },
  { path: "/a-page-of-the-app", promise: "the app answers for its own addresses", status: 200 },
];

export type Smoke = { readonly promise: string; readonly well: boolean; readonly saw: string };

/** Asks a running installation what every visitor will ask. CloudFront may need a minute, so each gets some tries. */
export async function smokeTest(
  origin: string,
  { tries, pauseMs }: { readonly tries: number; readonly pauseMs: number },
): Promise<readonly Smoke[]> {
  const results: Smoke[] = [];
  for (const probe of PROBES) {
    let saw = await statusOf(origin + probe.path);
    for (let at = 1; at < tries && saw !== String(probe.status); at++) {
      await pause(pauseMs);
      saw = await statusOf(origin + probe.path);
    }
    results.push({ promise: probe.promise, well: saw === String(probe.status), saw });
  }
  return results;
}

async function statusOf(url: string): Promise<string> {
  try {
    const options = { redirect: "manual", signal: AbortSignal.timeout(10_000) } as const;
    const { status } = await fetch(url, options);
    return String(status);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
