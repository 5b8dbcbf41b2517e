export { messages } from "@twiza/messages/keep.fr";
