export { messages } from "@twiza/messages/passport.zgh";
