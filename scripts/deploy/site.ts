import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

export type SiteFile = {
  readonly key: string;
  readonly type: string;
  readonly cacheControl: string;
};

/**
 * What is uploaded of a built site, in the order in which it must arrive: what pages ask for first, pages last, so that nobody
 * gets a new page without its scripts. Precompressed twins stay here: CloudFront compresses by itself.
 */
export function siteFiles(folder: string): readonly SiteFile[] {
  const keys = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && !/\.(br|gz)$/.test(it.name))
    .map((it) =>
      join(it.parentPath, it.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
  return keys
    .map((key) => ({ key, type: typeOf(key), cacheControl: cacheOf(key) }))
    .sort((a, b) => turnOf(a.key) - turnOf(b.key) || a.key.localeCompare(b.key));
}

const typeOf = (key: string): string => TYPES[extname(key)] ?? "application/octet-stream";

const isHashed = (key: string): boolean => key.startsWith("_app/immutable/");

/** Hashed files never change; everything else is asked about again each time, so that no invalidation is needed. */
const cacheOf = (key: string): string =>
  isHashed(key) ? "public, max-age=31536000, immutable" : "no-cache";

const turnOf = (key: string): number => {
  if (isHashed(key)) return 0;
  // The worker asks for the pages of its own version: it comes when they are there.
  if (key === "service-worker.js") return 3;
  return key.endsWith(".html") ? 2 : 1;
};

/** Uploads the built site, turn by turn. Old hashed files stay for phones that still run yesterday's page. */
export async function uploadSite(folder: string, bucket: string): Promise<number> {
  const client = new S3Client({});
  const files = siteFiles(folder);
  for (const turn of [0, 1, 2, 3]) {
    const now = files.filter(({ key }) => turnOf(key) === turn);
    await Promise.all(now.map((file) => upload(client, bucket, { folder, file })));
  }
  return files.length;
}

async function upload(
  client: S3Client,
  bucket: string,
  { folder, file }: { readonly folder: string; readonly file: SiteFile },
): Promise<void> {
  await client.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: file.key,
      Body: readFileSync(join(folder, file.key)),
      ContentType: file.type,
      CacheControl: file.cacheControl,
    }),
  );
}
