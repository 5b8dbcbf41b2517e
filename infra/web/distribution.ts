import { Aws, Validations } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AccessLevel,
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type BehaviorOptions,
  type ResponseHeadersPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Bucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { asBucket } from "../cdk-types.ts";
import type { Settings } from "../settings.ts";
import { ASSET_PATHS, UPLOAD_PATH } from "@twiza/functions/headers";
import { apiHeaders, assetHeaders, blobHeaders, logHeaders, siteHeaders } from "./headers.ts";
import { SITE_PATH_CODE } from "./site-path.ts";
import { UPLOAD_PATH_CODE } from "./upload-path.ts";

type Behind = {
  readonly api: HttpApi;
  readonly site: Bucket;
  readonly publicBlobs: Bucket;
  readonly uploads: Bucket;
  /** The public log, which is not the log of what readers ask. */
  readonly log: Bucket;
  readonly logs: Bucket;
};

/** One address for everything, so that the browser sees one origin: no CORS, and a cookie that no other site can use. */
export function distribution(scope: Construct, settings: Settings, behind: Behind): Distribution {
  const site = siteBehaviour(scope, behind.site);
  const asset = { ...site, responseHeadersPolicy: assetHeaders(scope), functionAssociations: [] };
  const api = apiBehaviour(scope, behind.api);
  const made = new Distribution(scope, "distribution", {
    comment: `Twiza (${settings.deployment})`,
    defaultBehavior: site,
    additionalBehaviors: {
      // Written at build time and served as a file; before /api/*, because the first pattern that fits is taken.
      "/api/openapi.json": site,
      "/api/*": api,
      "/auth/*": api,
      "/verify/*": api,
      "/v/*": api,
      "/o/*": api,
      "/oid4vci/*": api,
      "/.well-known/openid-credential-issuer": api,
      "/.well-known/oauth-authorization-server": api,
      "/health": api,
      [UPLOAD_PATH]: uploadBehaviour(scope, behind.uploads, api),
      "/content/*": blobBehaviour(scope, behind.publicBlobs, {
        id: "public-blobs",
        headers: blobHeaders(scope),
      }),
      // Each file says itself how long it keeps: for ever, or the newest checkpoint for seconds.
      "/log/*": blobBehaviour(scope, behind.log, { id: "log", headers: logHeaders(scope) }),
      ...Object.fromEntries(ASSET_PATHS.map((path) => [path, asset])),
    },
    defaultRootObject: "index.html",
    httpVersion: HttpVersion.HTTP2_AND_3,
    // Includes Africa; class 100 would send Rabat's learners to Europe only.
    priceClass: PriceClass.PRICE_CLASS_ALL,
    enableLogging: true,
    logBucket: asBucket(behind.logs),
    logFilePrefix: "cloudfront/",
    ...ownName(scope, settings),
  });
  acknowledge(made, settings);
  return made;
}

function ownName(scope: Construct, { domainName, certificateArn }: Settings) {
  if (domainName === undefined || certificateArn === undefined) return {};
  return {
    domainNames: [domainName],
    certificate: Certificate.fromCertificateArn(scope, "certificate", certificateArn),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  };
}

function siteBehaviour(scope: Construct, bucket: Bucket): BehaviorOptions {
  const path = new EdgeFunction(scope, "site-path", {
    code: FunctionCode.fromInline(SITE_PATH_CODE),
    runtime: FunctionRuntime.JS_2_0,
    comment: "Gives the app for every address that is no file",
  });
  return {
    // LIST makes a missing file a 404 instead of a 403; nobody can list, because queries are not passed on.
    origin: S3BucketOrigin.withOriginAccessControl(asBucket(bucket), {
      originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
    }),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    responseHeadersPolicy: siteHeaders(scope),
    functionAssociations: [{ function: path, eventType: FunctionEventType.VIEWER_REQUEST }],
    compress: true,
  };
}

/** The bucket's own policy, made with the bucket, lets CloudFront in; a copy of the bucket keeps CDK from adding to it here. */
function blobBehaviour(
  scope: Construct,
  { bucketArn, bucketRegionalDomainName }: Bucket,
  { id, headers }: { readonly id: string; readonly headers: ResponseHeadersPolicy },
) {
  const bucket = Bucket.fromBucketAttributes(scope, id, {
    bucketArn,
    bucketRegionalDomainName,
  });
  return {
    origin: S3BucketOrigin.withOriginAccessControl(bucket),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    responseHeadersPolicy: headers,
    compress: true,
  } satisfies BehaviorOptions;
}

/**
 * Posts a form to the bucket's root, where S3 takes forms; the form itself carries the right to it, so nothing is signed on the
 * way. Through the front door there is no other origin that pages would have to be let out to.
 */
function uploadBehaviour(
  scope: Construct,
  { bucketArn, bucketRegionalDomainName }: Bucket,
  api: BehaviorOptions,
): BehaviorOptions {
  const bucket = Bucket.fromBucketAttributes(scope, "uploads", {
    bucketArn,
    bucketRegionalDomainName,
  });
  const path = new EdgeFunction(scope, "upload-path", {
    code: FunctionCode.fromInline(UPLOAD_PATH_CODE),
    runtime: FunctionRuntime.JS_2_0,
    comment: "Leads forms with pictures and recordings to the root of their bucket",
  });
  return {
    ...api,
    origin: S3BucketOrigin.withBucketDefaults(bucket),
    functionAssociations: [{ function: path, eventType: FunctionEventType.VIEWER_REQUEST }],
    compress: false,
  };
}

function apiBehaviour(scope: Construct, { apiId }: HttpApi): BehaviorOptions {
  const host = `${apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
  return {
    origin: new HttpOrigin(host, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    }),
    allowedMethods: AllowedMethods.ALLOW_ALL,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    responseHeadersPolicy: apiHeaders(scope),
    compress: true,
  };
}

function acknowledge(made: Distribution, { domainName }: Settings): void {
  const reasons = Validations.of(made);
  reasons.acknowledge(
    {
      id: "@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk",
      reason: "No query reaches the bucket and no address is left empty, so nobody can list it.",
    },
    {
      id: "@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac",
      reason: "The stage that keeps the data gives that bucket its policy.",
    },
    {
      id: "AwsSolutions-CFR1",
      reason: "Members and verifiers travel and emigrate; a certificate is checked from anywhere.",
    },
    {
      id: "AwsSolutions-CFR2",
      reason:
        "A firewall costs more each month than the idle product. Codes are counted in the store, the API is throttled and the budget rings.",
    },
  );
  if (domainName === undefined)
    reasons.acknowledge({
      id: "AwsSolutions-CFR4",
      reason:
        "AWS gives the choice of protocol only with a domain of one's own; with one, TLS 1.2 is the least.",
    });
}
