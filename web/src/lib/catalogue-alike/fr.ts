export { messages } from "@twiza/messages/alike.fr";
