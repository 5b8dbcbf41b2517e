/**
 * What runs at CloudFront's edge for the address of uploads: nothing but a form may be posted there, and S3 takes forms at the
 * root of a bucket. Without cookies, which are nothing to it. JavaScript of CloudFront's runtime 2.0, hence text.
 */
export const UPLOAD_PATH_CODE = `
function handler(event) {
  var request = event.request;
  if (request.method !== "POST") return { statusCode: 405, statusDescription: "Method Not Allowed" };
  request.uri = "/";
  request.querystring = {};
  request.cookies = {};
  return request;
}
`.trim();
