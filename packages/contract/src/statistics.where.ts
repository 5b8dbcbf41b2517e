import { where } from "./operation.ts";

export const statisticsWhere = where({
  readStatistics: {
    id: "statistics.read",
    method: "GET",
    path: "/api/courses/:courseId/draft/statistics",
    function: "catalogue",
    allow: ["trainer", "administrator"],
  },
});
