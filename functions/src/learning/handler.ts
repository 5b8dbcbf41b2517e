import { handle } from "hono/aws-lambda";
import { openFunction } from "../lambda.ts";
import { learning } from "./manifest.ts";
import { learningApp } from "./routes.ts";

export const handler = handle(learningApp(openFunction(learning)));
