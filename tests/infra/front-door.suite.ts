import { runInNewContext } from "node:vm";
import {
  API_CONTENT_POLICY,
  BLOB_CONTENT_POLICY,
  SECURITY_HEADERS,
  SITE_CONTENT_POLICY,
} from "@twiza/functions/headers";
import { SITE_PATH_CODE } from "@twiza/infra/web/site-path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { cloud, printed, resources } from "./cloud.ts";

const { stacks } = cloud();
const web = printed(stacks.web);

const Behaviour = z.looseObject({
  PathPattern: z.string().optional(),
  TargetOriginId: z.string(),
  CachePolicyId: z.string(),
  ResponseHeadersPolicyId: z.object({ Ref: z.string() }),
  FunctionAssociations: z.array(z.unknown()).optional(),
  ViewerProtocolPolicy: z.string(),
});
const Distribution = z.looseObject({
  DistributionConfig: z.looseObject({
    DefaultCacheBehavior: Behaviour,
    CacheBehaviors: z.array(Behaviour),
    CustomErrorResponses: z.array(z.unknown()).optional(),
  }),
});
const [made] = resources(web, "AWS::CloudFront::Distribution");
const { DefaultCacheBehavior, CacheBehaviors, CustomErrorResponses } = Distribution.parse(
  made?.Properties,
).DistributionConfig;

/** The behaviour that CloudFront takes for a path: the first pattern that fits. */
const behaviourFor = (path: string) =>
  CacheBehaviors.find(({ PathPattern = "" }) =>
    PathPattern.endsWith("*") ? path.startsWith(PathPattern.slice(0, -1)) : path === PathPattern,
  ) ?? DefaultCacheBehavior;

const Named = z.looseObject({ Override: z.boolean() });
const HeadersPolicy = z.looseObject({
  ResponseHeadersPolicyConfig: z.object({
    Name: z.string(),
    CustomHeadersConfig: z.object({
      Items: z.array(z.object({ Header: z.string(), Value: z.string(), Override: z.boolean() })),
    }),
    SecurityHeadersConfig: z.object({
      ContentSecurityPolicy: Named.extend({ ContentSecurityPolicy: z.string() }),
      ContentTypeOptions: Named,
      FrameOptions: Named.extend({ FrameOption: z.string() }),
      ReferrerPolicy: Named.extend({ ReferrerPolicy: z.string() }),
      StrictTransportSecurity: Named.extend({
        AccessControlMaxAgeSec: z.number(),
        IncludeSubdomains: z.boolean(),
      }),
    }),
  }),
});

/** The headers that a reader of a path gets from CloudFront, as she would read them. */
function headersFor(path: string): Readonly<Record<string, string>> {
  const { Ref } = behaviourFor(path).ResponseHeadersPolicyId;
  const config = HeadersPolicy.parse(web.Resources[Ref]?.Properties).ResponseHeadersPolicyConfig;
  const named = config.SecurityHeadersConfig;
  const { AccessControlMaxAgeSec, IncludeSubdomains } = named.StrictTransportSecurity;
  return {
    ...Object.fromEntries(
      config.CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value]),
    ),
    "content-security-policy": named.ContentSecurityPolicy.ContentSecurityPolicy,
    "x-content-type-options": "nosniff",
    "x-frame-options": named.FrameOptions.FrameOption,
    "referrer-policy": named.ReferrerPolicy.ReferrerPolicy,
    "strict-transport-security": `max-age=${String(AccessControlMaxAgeSec)}${IncludeSubdomains ? "; includeSubDomains" : ""}`,
  };
}

const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

describe("the front door", () => {
  it.each(["/api/me", "/auth/sign-in", "/verify/x", "/health"])(
    "%s goes to the functions and is never kept",
    (path) => {
      const it = behaviourFor(path);
      expect(it.CachePolicyId).toBe(CACHING_DISABLED);
      expect(it.FunctionAssociations).toBeUndefined();
      expect(headersFor(path)["cache-control"]).toBe("no-store");
    },
  );

  it("shows refusals of the API as they are: no error is replaced by a page", () => {
    expect(CustomErrorResponses).toBeUndefined();
  });

  it("keeps blobs for ever and lets none of them run", () => {
    const headers = headersFor("/content/abc");
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(headers["content-security-policy"]).toBe(BLOB_CONTENT_POLICY);
    expect(BLOB_CONTENT_POLICY).toContain("sandbox");
  });

  it("serves the description of the API as a file of the site", () => {
    expect(behaviourFor("/api/openapi.json")).toMatchObject({
      TargetOriginId: DefaultCacheBehavior.TargetOriginId,
    });
  });

  it.each(["/", "/api/me", "/content/abc"])(
    "says on %s every security header that the local server says",
    (path) => {
      expect(headersFor(path)).toMatchObject(SECURITY_HEADERS);
    },
  );

  it("lets the policies of the functions' own pages stand", () => {
    const { Ref } = behaviourFor("/verify/x").ResponseHeadersPolicyId;
    const { SecurityHeadersConfig } = HeadersPolicy.parse(
      web.Resources[Ref]?.Properties,
    ).ResponseHeadersPolicyConfig;
    expect(SecurityHeadersConfig.ContentSecurityPolicy.Override).toBe(false);
    expect(headersFor("/verify/x")["content-security-policy"]).toBe(API_CONTENT_POLICY);
    expect(headersFor("/")["content-security-policy"]).toBe(
      `${SITE_CONTENT_POLICY}; upgrade-insecure-requests`,
    );
  });

  it("sends whoever comes without TLS to where there is", () => {
    for (const it of [DefaultCacheBehavior, ...CacheBehaviors])
      expect(it.ViewerProtocolPolicy).toBe("redirect-to-https");
  });
});

const Answer = z.object({ uri: z.string() });
const rewritten = (uri: string): string =>
  Answer.parse(
    runInNewContext(`${SITE_PATH_CODE}; handler({ request: { uri: ${JSON.stringify(uri)} } })`),
  ).uri;

describe("an address of the site", () => {
  it.each([
    ["/", "/index.html"],
    ["/docs/api/", "/docs/api/index.html"],
    ["/courses", "/200.html"],
    ["/offline", "/offline.html"],
    ["/manifest-ar.webmanifest", "/manifest-ar.webmanifest"],
    ["/office/courses/", "/200.html"],
    ["/learn/course-1/lesson.2", "/learn/course-1/lesson.2"],
    ["/_app/immutable/entry/start.js", "/_app/immutable/entry/start.js"],
    ["/service-worker.js", "/service-worker.js"],
  ])("%s is answered with %s", (asked, answered) => {
    expect(rewritten(asked)).toBe(answered);
  });
});
