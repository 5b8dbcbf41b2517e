import { handle } from "hono/aws-lambda";
import { openFunction } from "../lambda.ts";
import { catalogue } from "./manifest.ts";
import { catalogueApp } from "./routes.ts";

export const handler = handle(catalogueApp(openFunction(catalogue)));
