export { messages } from "@twiza/messages/downloads.fr";
