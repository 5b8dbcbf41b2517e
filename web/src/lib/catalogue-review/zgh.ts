export { messages } from "@twiza/messages/review.zgh";
