export { messages } from "@twiza/messages/handbook.fr";
