export { messages } from "@twiza/messages/enrol.fr";
