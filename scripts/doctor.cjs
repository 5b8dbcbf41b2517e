/* eslint-disable @typescript-eslint/no-require-imports */
/*
 * What must be there before the rest of the doctor can run, which is TypeScript for the Node that comes with the packages. Runs before
 * anything is installed, on whatever Node is there: so it is plain old JavaScript.
 */
"use strict";
var childProcess = require("child_process");
var fs = require("fs");
var path = require("path");
var preflight = require("./preflight.cjs");

var INSTALL = "npx --yes pnpm@12.21.0 install";
/** By its path in its package, since npm's links to programs cannot be run as they are on Windows. */
var OWN_NODE = path.resolve(
  "node_modules/node/bin/node" + (process.platform === "win32" ? ".exe" : ""),
);

/** The version of the Node that came with the packages; empty where there is none, or none that runs on this computer. */
function ownVersion() {
  var asked = childProcess.spawnSync(OWN_NODE, ["--version"], { encoding: "utf8" });
  return asked.status === 0 ? asked.stdout.trim() : "";
}

function ownNode() {
  var version = ownVersion();
  return {
    what: "Node " + version.replace("v", "") + " has come with them and runs the project",
    well: version !== "",
    sentence:
      "The Node that comes with the packages is not there, or does not run. Mend it with:  " +
      INSTALL +
      " --force",
  };
}

var packages = {
  what: "the packages are installed",
  // Written by pnpm when it has come to its end.
  well: fs.existsSync("node_modules/.modules.yaml"),
  sentence: "The packages are not installed. Mend it with:  " + INSTALL,
};

var findings = preflight.findings().concat(packages, packages.well ? ownNode() : []);
findings.forEach(function (finding) {
  console.log(finding.well ? "  ✓ " + finding.what : "  ✗ " + finding.sentence);
});
var isWell = findings.every(function (finding) {
  return finding.well;
});

if (isWell) {
  var doctor = [path.join(__dirname, "doctor.ts")];
  var end = childProcess.spawnSync(OWN_NODE, doctor, { stdio: "inherit" });
  process.exitCode = end.status === 0 ? 0 : 1;
} else {
  console.log("  That first: what else is missing, `npm run doctor` tells afterwards.");
  process.exitCode = 1;
}
