import { where } from "./operation.ts";

export const moveWhere = where({
  readMove: {
    id: "move.read",
    method: "GET",
    path: "/api/courses/:courseId/moves",
    function: "learning",
    allow: ["trainer", "administrator"],
  },
  moveLearners: {
    id: "move.make",
    method: "POST",
    path: "/api/courses/:courseId/moves",
    function: "learning",
    allow: ["trainer", "administrator"],
  },
});
