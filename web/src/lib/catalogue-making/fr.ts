export { messages } from "@twiza/messages/making.fr";
