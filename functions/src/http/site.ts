import { readFile } from "node:fs/promises";
import { join } from "node:path";
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
  app.use("*", serveStatic({ root: folder, precompressed: true, onFound: cache }));
  app.get("*", async (c, next) => {
    const isPage = (c.req.header("accept") ?? "").includes("text/html");
    if (!isPage || /^\/(api|auth|verify|content|oidc)\//.test(c.req.path)) return next();
    cache("200.html", c);
    return c.html(await readFile(join(folder, "200.html"), "utf8"));
  });
}
