export { messages } from "@twiza/messages/studio.fr";
