/* eslint-disable @typescript-eslint/no-require-imports */
/* Runs before anything is installed, on whatever Node is there: so it is plain old JavaScript. */
"use strict";
var fs = require("fs");
var major = Number(process.versions.node.split(".")[0]);
if (major < 20) {
  console.error(
    "Twiza needs Node 20 or newer to install itself; this is Node " +
      process.versions.node +
      ". Install a newer Node from https://nodejs.org and try again.",
  );
  process.exit(1);
}
try {
  fs.accessSync(".", fs.constants.W_OK);
} catch (error) {
  console.error(
    "Twiza cannot write into " +
      process.cwd() +
      ". Give yourself the right to write there (chmod u+w), or clone it somewhere else.",
  );
  process.exit(1);
}
