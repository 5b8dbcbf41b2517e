import { where } from "./operation.ts";

export const noticeWhere = where({
  listNotices: {
    id: "notice.list",
    method: "GET",
    path: "/api/notices",
    function: "studio",
    allow: ["trainer", "manager", "administrator"],
  },
  countNotices: {
    id: "notice.count",
    method: "GET",
    path: "/api/notices/unread",
    function: "studio",
    allow: ["trainer", "manager", "administrator"],
  },
  readNotices: {
    id: "notice.read",
    method: "POST",
    path: "/api/notices/readings",
    function: "studio",
    allow: ["trainer", "manager", "administrator"],
  },
});
