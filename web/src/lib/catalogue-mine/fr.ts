export { messages } from "@twiza/messages/mine.fr";
