export { messages } from "@twiza/messages/reach.fr";
