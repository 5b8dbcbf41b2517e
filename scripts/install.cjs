/* eslint-disable @typescript-eslint/no-require-imports */
/*
 * Installs the packages, unless these very ones are installed: to hear that from pnpm takes three seconds of each start. Runs on
 * whatever Node is there: so it is plain old JavaScript.
 */
"use strict";
var childProcess = require("child_process");
var fs = require("fs");

var INSTALL = "npx --yes pnpm@12.21.0 install --frozen-lockfile --prefer-offline";

/** pnpm leaves the list by which it has installed beside the packages, when it has come to its end. */
function isInstalled() {
  try {
    var installed = fs.readFileSync("node_modules/.pnpm/lock.yaml");
    return installed.equals(fs.readFileSync("pnpm-lock.yaml"));
  } catch (error) {
    return false;
  }
}

if (!isInstalled()) {
  var end = childProcess.spawnSync(INSTALL, { stdio: "inherit", shell: true });
  process.exitCode = end.status === 0 ? 0 : 1;
}
