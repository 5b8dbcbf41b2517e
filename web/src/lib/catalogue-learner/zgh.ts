import { messages as components } from "@twiza/messages/components.zgh";
import { messages as learner } from "@twiza/messages/learner.zgh";

export const messages = { ...components, ...learner };
