import { kmsIssuerKeys } from "@twiza/platform/issuing/kms";
import { openFunction } from "../lambda.ts";
import { streamHandler } from "../stream.ts";
import { registrar } from "./manifest.ts";
import { onChangeAt } from "./worker.ts";

const opened = openFunction(registrar, { openIssuerKeys: kmsIssuerKeys });

export const handler = streamHandler(opened, onChangeAt(opened.origin));
