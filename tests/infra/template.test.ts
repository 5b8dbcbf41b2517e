/** One file, so that the cloud is laid out once and CDK, which takes seconds to load, is loaded once. */
import "./rights.suite.ts";
import "./kept.suite.ts";
import "./functions.suite.ts";
import "./front-door.suite.ts";
import "./watch.suite.ts";
