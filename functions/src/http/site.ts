import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";
import type { Env } from "./app.ts";
import { SITE_CONTENT_POLICY } from "./headers.ts";

/**
 * Serves the built web app as CloudFront does: hashed files immutable, others revalidated, and the app's shell for every path
 * that is a page. What belongs to a function never falls through to the shell.
 */
export function siteRoutes(app: Hono<Env>, folder: string): void {
  const cache = (path: string, c: { header(name: string, value: string): void }) => {
    const immutable = path.includes("/_app/immutable/");
    c.header("cache-control", immutable ? "public, max-age=31536000, immutable" : "no-cache");
    // The pages bring their own policy, by hash, in their head.
    c.header("content-security-policy", SITE_CONTENT_POLICY);
  };
  // What is asked about again each time, the worker of the app above all, comes only when it is another.
  app.use("*", async (c, next) => {
    await next();
    const since = c.req.header("if-modified-since");
    if (c.res.status !== 200 || !since || since !== c.res.headers.get("last-modified")) return;
    void c.res.body?.cancel();
    c.res.headers.delete("content-length");
    c.res = new Response(null, { status: 304, headers: c.res.headers });
  });
  const from = { root: folder, precompressed: true, onFound: cache };
  app.use("*", serveStatic(from));
  app.get("/offline", serveStatic({ ...from, path: "offline.html" }));
  const shell = serveStatic({ ...from, path: "200.html" });
  app.get("*", async (c, next) => {
    const isPage = (c.req.header("accept") ?? "").includes("text/html");
    if (!isPage || /^\/(api|auth|verify|content|oidc)\//.test(c.req.path)) return next();
    return shell(c, next);
  });
}
