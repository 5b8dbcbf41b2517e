export { outbox, type Outbox, type SentMessage } from "./outbox.ts";
