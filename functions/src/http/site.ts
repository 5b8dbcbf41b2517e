import { serveStatic, type ServeStaticOptions } from "@hono/node-server/serve-static";
import type { Hono, MiddlewareHandler } from "hono";
import type { Env } from "./app.ts";
import { FOR_EVER, isAsset, SITE_CONTENT_POLICY } from "./headers.ts";

/** Where the build puts files whose name is the hash of what is in them. */
const HASHED = "/_app/immutable/";

/**
 * Serves the built web app as CloudFront does: hashed files immutable, others revalidated, and the app's shell for every path
 * that is a page. What belongs to a function never falls through to the shell.
 */
export function siteRoutes(app: Hono<Env>, folder: string): void {
  const options: ServeStaticOptions<Env> = {
    root: folder,
    precompressed: true,
    onFound: (_, c) => c.set("isFile", true),
  };
  const offline = serveStatic({ ...options, path: "offline.html" });
  const shell = serveStatic({ ...options, path: "200.html" });
  app.use("*", unchanged);
  app.use("*", dressed);
  app.use("*", serveStatic(options));
  app.get("/offline", offline);
  app.get("*", (c, next) => {
    const isPage = (c.req.header("accept") ?? "").includes("text/html");
    const isOurs = /^\/(api|auth|verify|v|o|content|log|oidc|oid4vci)\//.test(c.req.path);
    return isPage && !isOurs ? shell(c, next) : next();
  });
}

/** Says with a file of the site how long it keeps and what guards it. */
const dressed: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (!c.get("isFile")) return;
  const { path } = c.req;
  const isHashed = path.startsWith(HASHED);
  c.header("cache-control", isHashed ? FOR_EVER : "no-cache");
  // Nobody asks again for a name that is a hash, so nobody needs to know how old it is.
  if (isHashed) c.res.headers.delete("last-modified");
  // A greeting is played by any browser, if it is told what it is.
  if (path.endsWith(".ogg")) c.header("content-type", "audio/ogg");
  // A module is UTF-8 whatever is said of it.
  if (path.endsWith(".js")) c.header("content-type", "text/javascript");
  c.set("isAsset", isAsset(path));
  // The pages bring their own policy, by hash, in their head.
  if (!isAsset(path)) c.header("content-security-policy", SITE_CONTENT_POLICY);
};

/** What is asked about again each time, the worker of the app above all, comes only when it is another. */
const unchanged: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const since = c.req.header("if-modified-since");
  if (c.res.status !== 200 || !since || since !== c.res.headers.get("last-modified")) return;
  void c.res.body?.cancel();
  c.res.headers.delete("content-length");
  c.res = new Response(null, { status: 304, headers: c.res.headers });
};
