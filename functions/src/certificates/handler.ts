import { handle } from "hono/aws-lambda";
import { openFunction } from "../lambda.ts";
import { certificates } from "./manifest.ts";
import { certificatesApp } from "./routes.ts";

export const handler = handle(certificatesApp(openFunction(certificates)));
