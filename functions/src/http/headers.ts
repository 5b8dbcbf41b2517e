/**
 * Headers of every reply. The policy for pages of the app (`script-src` by hash) is written into them by the web build; this
 * one is for what functions answer themselves, which never runs a script.
 */
export const SECURITY_HEADERS = {
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(self), microphone=(self), geolocation=(), interest-cohort=()",
  "x-frame-options": "DENY",
} as const;

/** Nothing may load, run or frame: right for JSON. */
export const API_CONTENT_POLICY =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * The part of the site's policy that only a header can carry. What may run is said by hash in each page by the web build, and
 * a browser obeys both.
 */
export const SITE_CONTENT_POLICY =
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** A picture or a sound opened by itself loads and runs nothing, whatever is in it; a drawing may style itself. */
export const BLOB_CONTENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
