export { messages } from "@twiza/messages/block-forms.zgh";
