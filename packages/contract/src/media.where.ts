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
  readMediaUses: {
    id: "media.uses",
    method: "GET",
    path: "/api/media/:mediaId/uses",
    function: "media",
    allow: ["trainer", "administrator"],
  },
  replaceMedia: {
    id: "media.replace",
    method: "POST",
    path: "/api/media/:mediaId/replacement",
    function: "media",
    allow: ["trainer", "administrator"],
  },
  removeMedia: {
    id: "media.remove",
    method: "POST",
    path: "/api/media/:mediaId/removal",
    function: "media",
    allow: ["trainer", "administrator"],
  },
  listRemovedMedia: {
    id: "media.removed",
    method: "GET",
    path: "/api/media/removed",
    function: "media",
    allow: ["trainer", "administrator"],
  },
  restoreMedia: {
    id: "media.restore",
    method: "POST",
    path: "/api/media/:mediaId/return",
    function: "media",
    allow: ["trainer", "administrator"],
  },
});
