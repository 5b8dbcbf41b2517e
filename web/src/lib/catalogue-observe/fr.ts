export { messages } from "@twiza/messages/observe.fr";
