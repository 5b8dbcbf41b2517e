export { messages } from "@twiza/messages/seen.fr";
