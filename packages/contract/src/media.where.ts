import { where } from "./operation.ts";

export const mediaWhere = where({
  grantUpload: {
    id: "media.grant",
    method: "POST",
    path: "/api/media/grants",
    function: "media",
    allow: ["trainer", "administrator"],
  },
  takeUpload: {
    id: "media.take",
    method: "POST",
    path: "/api/media",
    function: "media",
    allow: ["trainer", "administrator"],
  },
  listMedia: {
    id: "media.list",
    method: "GET",
    path: "/api/media",
    function: "media",
    allow: ["trainer", "administrator"],
  },
  describeMedia: {
    id: "media.describe",
    method: "POST",
    path: "/api/media/:mediaId/description",
    function: "media",
    allow: ["trainer", "administrator"],
  },
});
