export { messages } from "@twiza/messages/items.zgh";
