export { messages } from "@twiza/messages/work-desk.fr";
