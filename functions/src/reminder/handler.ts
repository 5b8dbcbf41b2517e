import { sesMessenger } from "@twiza/platform/messages/ses";
import { openFunction } from "../lambda.ts";
import { reminder } from "./manifest.ts";
import { remind } from "./worker.ts";

const opened = openFunction(reminder);
const messenger = sesMessenger(opened.environment.TWIZA_SENDER ?? "none");

/** What the schedule sends is of no interest. */
export const handler = (): Promise<void> => remind(opened, messenger);
