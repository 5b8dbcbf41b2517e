export { messages } from "@twiza/messages/items.fr";
