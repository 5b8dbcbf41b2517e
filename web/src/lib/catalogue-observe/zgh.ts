export { messages } from "@twiza/messages/observe.zgh";
