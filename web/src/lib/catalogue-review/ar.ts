export { messages } from "@twiza/messages/review.ar";
