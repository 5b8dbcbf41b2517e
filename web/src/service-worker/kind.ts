import type { ShellFiles } from "./shell-files.ts";

/**
 * What a request is to the worker. `page`: the shell draws it. `elsewhere`: a
 * page that only the network has. `file`: of this version or another. `blob`: a piece of a course. Everything else, signing in
 * and the API above all, goes its way untouched.
 */
export type Kind = "page" | "elsewhere" | "file" | "blob" | "untouched";

/** Pages that functions answer, where what a browser says is part of what happens. */
const THEIRS = new Set(["api", "auth", "oidc", "interaction", "docs", "dev", "health"]);

type Asked = Pick<Request, "method" | "mode" | "url">;
type Ours = Pick<ShellFiles, "core" | "rest" | "pages"> & { readonly origin: string };

export function kindOf({ method, mode, url }: Asked, { origin, pages, core, rest }: Ours): Kind {
  const { origin: theirs, pathname } = new URL(url);
  if (method !== "GET" || theirs !== origin) return "untouched";
  const [, first = ""] = pathname.split("/");
  if (first === "content") return "blob";
  if (mode !== "navigate") {
    const isFile = pathname.startsWith("/_app/immutable/");
    return isFile || core.includes(pathname) || rest.includes(pathname) ? "file" : "untouched";
  }
  if (pages.includes(first)) return "page";
  return THEIRS.has(first) ? "untouched" : "elsewhere";
}
