import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import type { Clock, Uploads } from "@twiza/core";
import { signedForm } from "./form.ts";

/** Uploads that a browser posts to an S3 bucket; the bucket forgets them after a day. */
export function s3Uploads(client: S3Client, { bucket, clock }: Place): Uploads {
  return {
    grant: async (wish) => {
      const [credentials, region] = await Promise.all([
        client.config.credentials(),
        client.config.region(),
      ]);
      const by = { ...credentials, region };
      return signedForm(wish, { bucket, by, now: clock.now() });
    },
    get: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
}

type Place = { readonly bucket: string; readonly clock: Clock };

/** Opens a bucket from the environment that Lambda gives. Path style only where a stand-in is named by `AWS_ENDPOINT_URL_S3`. */
export const uploadsOpener =
  () =>
  (place: Place): Uploads =>
    s3Uploads(
      new S3Client({ forcePathStyle: process.env["AWS_ENDPOINT_URL_S3"] !== undefined }),
      place,
    );
