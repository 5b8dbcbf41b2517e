/**
 * What each kind of reply says to protect itself, and no more: on a slow network a header of no use is paid for with every file.
 * The policy for pages of the app (`script-src` by hash) is written into them by the web build.
 */

/** Of any reply: read it as what it says it is. A script, a style or a font of the site holds nothing that another site could not fetch. */
export const ASSET_HEADERS = {
  "x-content-type-options": "nosniff",
} as const;

/** Of a piece of a course: no other site may show it as its own, at our cost. */
export const BLOB_HEADERS = {
  ...ASSET_HEADERS,
  "cross-origin-resource-policy": "same-origin",
} as const;

/** Of a file of the public log: whoever checks something may read it, from whatever site. */
export const LOG_HEADERS = { ...ASSET_HEADERS } as const;

/** Of the API (OWASP REST security): its replies are read by our own scripts alone, and never shown, by no other site either. */
export const API_HEADERS = {
  ...BLOB_HEADERS,
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-frame-options": "DENY",
} as const;

/** Of a page that somebody reads (MDN Observatory): also what it tells other sites, and what it may ask of the phone. */
export const PAGE_HEADERS = {
  ...API_HEADERS,
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(self), microphone=(self), geolocation=()",
} as const;

/**
 * Files of the site that a page asks for, the last one any page of others, and nobody opens: the front door in the cloud and the local server both go by these
 * patterns. All else is a page, or may be one.
 */
export const ASSET_PATHS = ["/_app/*", "/icon.svg", "/check/widget.js"] as const;

export const isAsset = (path: string): boolean =>
  ASSET_PATHS.some((pattern) =>
    pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
  );

export { UPLOAD_PATH } from "@twiza/platform/uploads/path";

/** The name of the file is the hash of what is in it: kept for a year, and not asked about again. */
export const FOR_EVER = "max-age=31536000, immutable";

/** Nothing may load, run or frame: right for JSON, which no browser makes a page of. */
export const API_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";

/**
 * The part of the site's policy that only a header can carry. What may run is said by hash in each page by the web build, and
 * a browser obeys both.
 */
export const SITE_CONTENT_POLICY =
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** A picture or a sound opened by itself loads and runs nothing, whatever is in it; a drawing may style itself. */
export const BLOB_CONTENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
