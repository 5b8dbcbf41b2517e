import {
  API_CONTENT_POLICY,
  BLOB_CONTENT_POLICY,
  SECURITY_HEADERS,
  SITE_CONTENT_POLICY,
} from "@twiza/functions/headers";
import { Duration } from "aws-cdk-lib";
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseCustomHeader,
  type ResponseSecurityHeadersBehavior,
} from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";

/** A year, and not to be asked about again: the name of a blob is the hash of its bytes. */
const FOR_EVER = "public, max-age=31536000, immutable";

/** Pages, styles and scripts of the site. How long they keep is said by each file as it was uploaded. */
export const siteHeaders = (scope: Construct): ResponseHeadersPolicy =>
  policy(scope, "site-headers", {
    content: `${SITE_CONTENT_POLICY}; upgrade-insecure-requests`,
    override: true,
  });

export const blobHeaders = (scope: Construct): ResponseHeadersPolicy =>
  policy(scope, "blob-headers", {
    content: BLOB_CONTENT_POLICY,
    override: true,
    more: [{ header: "cache-control", value: FOR_EVER, override: true }],
  });

/** Functions say all of this themselves; here it is said for the answers that API Gateway makes alone (404, 429, 503). */
export const apiHeaders = (scope: Construct): ResponseHeadersPolicy =>
  policy(scope, "api-headers", {
    content: API_CONTENT_POLICY,
    override: false,
    more: [{ header: "cache-control", value: "no-store", override: false }],
  });

type Wanted = {
  readonly content: string;
  /** Whether this wins over what the origin says. */
  readonly override: boolean;
  readonly more?: readonly ResponseCustomHeader[];
};

function policy(scope: Construct, id: string, wanted: Wanted): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: securityHeaders(wanted),
    customHeadersBehavior: { customHeaders: [...plainHeaders(wanted), ...(wanted.more ?? [])] },
  });
}

/** CloudFront wants these by their own names and refuses them among the others. */
const NAMED = [
  "strict-transport-security",
  "x-content-type-options",
  "referrer-policy",
  "x-frame-options",
];

const plainHeaders = ({ override }: Wanted): readonly ResponseCustomHeader[] =>
  Object.entries(SECURITY_HEADERS)
    .filter(([header]) => !NAMED.includes(header))
    .map(([header, value]) => ({ header, value, override }));

/** Says what `SECURITY_HEADERS` says; a test compares the two, so that cloud and local server cannot part. */
function securityHeaders({ content, override }: Wanted): ResponseSecurityHeadersBehavior {
  return {
    contentSecurityPolicy: { contentSecurityPolicy: content, override },
    contentTypeOptions: { override },
    frameOptions: { frameOption: HeadersFrameOption.DENY, override },
    referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override },
    strictTransportSecurity: {
      accessControlMaxAge: Duration.days(730),
      includeSubdomains: true,
      override,
    },
  };
}
