export { messages } from "@twiza/messages/library.fr";
