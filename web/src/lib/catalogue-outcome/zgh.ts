export { messages } from "@twiza/messages/outcome.zgh";
