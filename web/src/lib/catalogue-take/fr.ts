export { messages } from "@twiza/messages/take.fr";
