export { messages } from "@twiza/messages/review.en";
