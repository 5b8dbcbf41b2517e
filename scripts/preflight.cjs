/* eslint-disable @typescript-eslint/no-require-imports */
/* Runs before anything is installed, on whatever Node is there: so it is plain old JavaScript. */
"use strict";
var fs = require("fs");

/** What an installation needs, whether it is there, and the sentence for whoever lacks it. The doctor asks for the same. */
function findings() {
  return [
    {
      what: "Node " + process.versions.node + " can install Twiza",
      well: Number(process.versions.node.split(".")[0]) >= 20,
      sentence:
        "Twiza needs Node 20 or newer to install itself; this is Node " +
        process.versions.node +
        ". Install a newer Node from https://nodejs.org and try again.",
    },
    {
      what: "this folder can be written",
      well: canWriteHere(),
      sentence:
        "Twiza cannot write into " +
        process.cwd() +
        ". Give yourself the right to write there (chmod u+w), or clone it somewhere else.",
    },
  ];
}

function canWriteHere() {
  try {
    fs.accessSync(".", fs.constants.W_OK);
    return true;
  } catch (error) {
    return false;
  }
}

exports.findings = findings;

if (require.main === module) {
  findings().forEach(function (finding) {
    if (finding.well) return;
    console.error(finding.sentence);
    process.exit(1);
  });
}
