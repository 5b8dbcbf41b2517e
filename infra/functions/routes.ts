import { operations } from "@twiza/contract/where";
import type { HttpManifest } from "@twiza/functions/manifest";

/** API Gateway's way to write a place: `GET /api/courses/{courseId}`. */
export type RouteKey = `${string} /${string}`;

/** Every operation that carries the function's name, then its pages. Nothing else reaches a function. */
export function routesOf(manifest: HttpManifest): readonly RouteKey[] {
  const own = Object.values(operations).filter((it) => it.function === manifest.name);
  return [...own.map(routeKey), ...pageRoutesOf(manifest)];
}

/** The pages that the function makes itself. */
export const pageRoutesOf = ({ pages }: HttpManifest): readonly RouteKey[] => pages.map(routeKey);

const routeKey = ({ method, path }: { method: string; path: `/${string}` }): RouteKey =>
  `${method} ${gatewayPath(path)}`;

/** `:courseId` becomes `{courseId}` and a last `*` becomes `{proxy+}`. */
const gatewayPath = (path: `/${string}`): `/${string}` =>
  `/${path
    .slice(1)
    .replaceAll(/:(\w+)/g, "{$1}")
    .replace(/\*$/, "{proxy+}")}`;
