export { messages } from "@twiza/messages/carry.fr";
