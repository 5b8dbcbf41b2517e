export { messages } from "@twiza/messages/blocks.zgh";
