import {
  API_CONTENT_POLICY,
  API_HEADERS,
  ASSET_HEADERS,
  BLOB_CONTENT_POLICY,
  BLOB_HEADERS,
  FOR_EVER,
  LOG_HEADERS,
  PAGE_HEADERS,
  SITE_CONTENT_POLICY,
} from "@twiza/functions/headers";
import { Duration } from "aws-cdk-lib";
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";

/** Pages of the site. How long they keep is said by each file as it was uploaded. */
export const siteHeaders = (scope: Construct): ResponseHeadersPolicy =>
  policy(scope, "site-headers", {
    said: PAGE_HEADERS,
    content: `${SITE_CONTENT_POLICY}; upgrade-insecure-requests`,
    override: true,
  });

/** What pages ask for: scripts, styles, fonts, icons. Each file says how long it keeps. */
export const assetHeaders = (scope: Construct): ResponseHeadersPolicy =>
  policy(scope, "asset-headers", { said: ASSET_HEADERS, override: true });

export const blobHeaders = (scope: Construct): ResponseHeadersPolicy =>
  policy(scope, "blob-headers", {
    said: { ...BLOB_HEADERS, "cache-control": FOR_EVER },
    content: BLOB_CONTENT_POLICY,
    override: true,
  });

/** The public log: nothing in it runs, and whoever checks something may read it. */
export const logHeaders = (scope: Construct): ResponseHeadersPolicy =>
  policy(scope, "log-headers", { said: LOG_HEADERS, content: API_CONTENT_POLICY, override: true });

/**
 * Functions say all of this themselves, and more with a page of theirs; here it is said for the answers that API Gateway makes
 * alone (404, 429, 503).
 */
export const apiHeaders = (scope: Construct): ResponseHeadersPolicy =>
  policy(scope, "api-headers", {
    said: { ...API_HEADERS, "cache-control": "no-store" },
    content: API_CONTENT_POLICY,
    override: false,
  });

type Wanted = {
  readonly said: Readonly<Record<string, string>>;
  /** The content security policy, for what may be opened by itself. */
  readonly content?: string;
  /** Whether this wins over what the origin says. */
  readonly override: boolean;
};

function policy(scope: Construct, id: string, wanted: Wanted): ResponseHeadersPolicy {
  const { said, override } = wanted;
  const customHeaders = Object.entries(said)
    .filter(([header]) => !(header in NAMED))
    .map(([header, value]) => ({ header, value, override }));
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: securityHeaders(wanted),
    customHeadersBehavior: { customHeaders },
  });
}

/** CloudFront wants these by their own names and refuses them among the others. A test compares what comes out with what was said. */
const NAMED: Readonly<
  Record<string, (override: boolean) => Partial<ResponseSecurityHeadersBehavior>>
> = {
  "x-content-type-options": (override) => ({ contentTypeOptions: { override } }),
  "x-frame-options": (override) => ({
    frameOptions: { frameOption: HeadersFrameOption.DENY, override },
  }),
  "referrer-policy": (override) => ({
    referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override },
  }),
  "strict-transport-security": (override) => ({
    strictTransportSecurity: {
      accessControlMaxAge: Duration.days(730),
      includeSubdomains: true,
      override,
    },
  }),
};

function securityHeaders({ said, content, override }: Wanted): ResponseSecurityHeadersBehavior {
  const policy =
    content === undefined
      ? {}
      : { contentSecurityPolicy: { contentSecurityPolicy: content, override } };
  return Object.keys(said).reduce<ResponseSecurityHeadersBehavior>(
    (all, header) => ({ ...all, ...NAMED[header]?.(override) }),
    policy,
  );
}
