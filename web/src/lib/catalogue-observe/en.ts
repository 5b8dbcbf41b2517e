export { messages } from "@twiza/messages/observe.en";
