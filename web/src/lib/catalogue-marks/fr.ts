export { messages } from "@twiza/messages/marks.fr";
