export { messages } from "@twiza/messages/sitting.fr";
