export { judge, type Verdict } from "./judge.ts";
export { filesAt, pull } from "./pull.ts";
export { serve } from "./serve.ts";
export { openWitness, type Answer, type Witness } from "./witness.ts";
