export { messages } from "@twiza/messages/erase.fr";
