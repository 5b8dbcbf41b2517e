/** Where a browser posts, in the cloud and on one machine: the front door leads from there to the bucket. */
export const UPLOAD_PATH = "/uploads";
