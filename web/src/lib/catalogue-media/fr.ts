export { messages } from "@twiza/messages/media.fr";
