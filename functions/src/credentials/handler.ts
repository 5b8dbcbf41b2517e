import { kmsIssuerKeys } from "@twiza/platform/issuing/kms";
import { openFunction, toHandler } from "../lambda.ts";
import { credentials } from "./manifest.ts";
import { credentialsApp } from "./routes.ts";

const opened = openFunction(credentials, { openIssuerKeys: kmsIssuerKeys });

export const handler = toHandler(credentialsApp({ ...opened, issuesAt: opened.origin }));
