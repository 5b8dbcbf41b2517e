/** Pages that the web build writes as files of their own; every other address is the app's to understand. */
const PRERENDERED: Readonly<Record<string, string>> = {
  "/": "/index.html",
  "/offline": "/offline.html",
  "/docs/api": "/docs/api/index.html",
  "/docs/api/": "/docs/api/index.html",
};

/**
 * What runs at CloudFront's edge for addresses of the site alone: a file keeps its name, a prerendered page gets its file, and
 * whatever else gets the app, with status 200. API, sign-in and verification have behaviours of their own and never come by
 * here, so their refusals reach the reader as they are. JavaScript of CloudFront's runtime 2.0, hence text.
 */
export const SITE_PATH_CODE = `
var PRERENDERED = ${JSON.stringify(PRERENDERED)};
function handler(event) {
  var request = event.request;
  var page = PRERENDERED[request.uri];
  if (page) request.uri = page;
  else if (request.uri.split("/").pop().indexOf(".") < 0) request.uri = "/200.html";
  return request;
}
`.trim();
