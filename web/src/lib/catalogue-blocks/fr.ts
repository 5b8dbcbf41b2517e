export { messages } from "@twiza/messages/blocks.fr";
