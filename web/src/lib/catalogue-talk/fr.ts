export { messages } from "@twiza/messages/talk.fr";
