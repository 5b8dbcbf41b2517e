export { messages } from "@twiza/messages/observe.ar";
