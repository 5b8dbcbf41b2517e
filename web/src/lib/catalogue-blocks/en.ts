export { messages } from "@twiza/messages/blocks.en";
