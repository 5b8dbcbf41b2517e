export { messages } from "@twiza/messages/items.en";
