export { messages } from "@twiza/messages/blocks.ar";
