export { messages } from "@twiza/messages/office.fr";
