/** What needs clouds of its own with other settings; beside `template.test.ts`, so that the two run at once. */
import "./nag.suite.ts";
import "./settings.suite.ts";
