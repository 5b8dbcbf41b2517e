import { runInNewContext } from "node:vm";
import {
  API_CONTENT_POLICY,
  API_HEADERS,
  ASSET_HEADERS,
  ASSET_PATHS,
  BLOB_CONTENT_POLICY,
  BLOB_HEADERS,
  isAsset,
  LOG_HEADERS,
  PAGE_HEADERS,
  SITE_CONTENT_POLICY,
  UPLOAD_PATH,
} from "@twiza/functions/headers";
import { SITE_PATH_CODE } from "@twiza/infra/web/site-path";
import { UPLOAD_PATH_CODE } from "@twiza/infra/web/upload-path";
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
      ContentSecurityPolicy: Named.extend({ ContentSecurityPolicy: z.string() }).optional(),
      ContentTypeOptions: Named,
      FrameOptions: Named.extend({ FrameOption: z.string() }).optional(),
      ReferrerPolicy: Named.extend({ ReferrerPolicy: z.string() }).optional(),
      StrictTransportSecurity: Named.extend({
        AccessControlMaxAgeSec: z.number(),
        IncludeSubdomains: z.boolean(),
      }).optional(),
    }),
  }),
});

/** The headers that a reader of a path gets from CloudFront, as she would read them. */
function headersFor(path: string): Readonly<Record<string, string>> {
  const { Ref } = behaviourFor(path).ResponseHeadersPolicyId;
  const config = HeadersPolicy.parse(web.Resources[Ref]?.Properties).ResponseHeadersPolicyConfig;
  const named = config.SecurityHeadersConfig;
  const { StrictTransportSecurity: transport } = named;
  const said = {
    ...Object.fromEntries(
      config.CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value]),
    ),
    "content-security-policy": named.ContentSecurityPolicy?.ContentSecurityPolicy,
    "x-content-type-options": "nosniff",
    "x-frame-options": named.FrameOptions?.FrameOption,
    "referrer-policy": named.ReferrerPolicy?.ReferrerPolicy,
    "strict-transport-security":
      transport &&
      `max-age=${String(transport.AccessControlMaxAgeSec)}${transport.IncludeSubdomains ? "; includeSubDomains" : ""}`,
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

describe("the front door", () => {
  it.each(["/api/me", "/auth/sign-in", "/verify/x", "/v/x", "/health"])(
    "%s goes to the functions and is never kept",
    (path) => {
      const it = behaviourFor(path);
      expect(it.CachePolicyId).toBe(CACHING_DISABLED);
      expect(it.FunctionAssociations).toBeUndefined();
      expect(headersFor(path)["cache-control"]).toBe("no-store");
    },
  );

  it("leads what people bring to the root of its bucket, keeps nothing of it and takes nothing but a form", () => {
    expect(behaviourFor(UPLOAD_PATH)).toMatchObject({ CachePolicyId: CACHING_DISABLED });
    expect(behaviourFor(UPLOAD_PATH).FunctionAssociations).toHaveLength(1);
    const posted = (method: string): unknown =>
      runInNewContext(
        `${UPLOAD_PATH_CODE}; handler({ request: { method: "${method}", uri: "/uploads", cookies: { twiza: {} } } })`,
      );
    expect(posted("POST")).toMatchObject({ uri: "/", cookies: {} });
    expect(posted("GET")).toMatchObject({ statusCode: 405 });
  });

  it("shows refusals of the API as they are: no error is replaced by a page", () => {
    expect(CustomErrorResponses).toBeUndefined();
  });

  it("keeps blobs for ever, lets none of them run, and says no more with them", () => {
    expect(headersFor("/content/abc")).toEqual({
      ...BLOB_HEADERS,
      "cache-control": "max-age=31536000, immutable",
      "content-security-policy": BLOB_CONTENT_POLICY,
    });
    expect(BLOB_CONTENT_POLICY).toContain("sandbox");
  });

  it("lets each file of the public log say how long it keeps, and lets whoever checks read it", () => {
    const it = behaviourFor("/log/tile/0/000");
    expect(it).toBe(behaviourFor("/log/checkpoint"));
    expect(it.TargetOriginId).not.toBe(behaviourFor("/content/abc").TargetOriginId);
    expect(headersFor("/log/checkpoint")).toEqual({
      ...LOG_HEADERS,
      "content-security-policy": API_CONTENT_POLICY,
    });
  });

  it.each(ASSET_PATHS)("says with %s only what protects a file, as the local server does", (it) => {
    const path = it.replace("*", "immutable/nodes/0.js");
    expect(isAsset(path)).toBe(true);
    expect(headersFor(path)).toEqual(ASSET_HEADERS);
    expect(behaviourFor(path)).toMatchObject({
      TargetOriginId: DefaultCacheBehavior.TargetOriginId,
    });
  });

  it("serves the description of the API as a file of the site", () => {
    expect(behaviourFor("/api/openapi.json")).toMatchObject({
      TargetOriginId: DefaultCacheBehavior.TargetOriginId,
    });
  });

  it.each(["/", "/learn", "/200.html", "/docs/api/", "/service-worker.js"])(
    "says on %s every header that the local server says with a page",
    (path) => {
      expect(isAsset(path)).toBe(false);
      expect(headersFor(path)).toEqual({
        ...PAGE_HEADERS,
        "content-security-policy": `${SITE_CONTENT_POLICY}; upgrade-insecure-requests`,
      });
    },
  );

  it("says on answers that API Gateway makes alone what functions say with theirs", () => {
    expect(headersFor("/api/me")).toEqual({
      ...API_HEADERS,
      "cache-control": "no-store",
      "content-security-policy": API_CONTENT_POLICY,
    });
  });

  it("lets the policies of the functions' own pages stand", () => {
    const { Ref } = behaviourFor("/verify/x").ResponseHeadersPolicyId;
    const { SecurityHeadersConfig } = HeadersPolicy.parse(
      web.Resources[Ref]?.Properties,
    ).ResponseHeadersPolicyConfig;
    expect(SecurityHeadersConfig.ContentSecurityPolicy?.Override).toBe(false);
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
