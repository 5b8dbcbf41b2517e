import { operations } from "@twiza/contract/where";
import type { HttpManifest } from "@twiza/functions/manifest";

/** API Gateway's way to write a place: `GET /api/courses/{courseId}`. */
export type RouteKey = `${string} /${string}`;

/** Every operation that carries the function's name, then its pages. Nothing else reaches a function. */
export function routesOf({ name, pages }: HttpManifest): readonly RouteKey[] {
  const own = Object.values(operations).filter((it) => it.function === name);
  return [...own, ...pages].map(({ method, path }): RouteKey => `${method} ${gatewayPath(path)}`);
}

/** `:courseId` becomes `{courseId}` and a last `*` becomes `{proxy+}`. */
const gatewayPath = (path: `/${string}`): `/${string}` =>
  `/${path
    .slice(1)
    .replaceAll(/:(\w+)/g, "{$1}")
    .replace(/\*$/, "{proxy+}")}`;
