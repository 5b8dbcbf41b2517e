export { messages } from "@twiza/messages/work.fr";
