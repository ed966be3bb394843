import type { ComponentType } from "react";
import type { Act } from "../shared/access.ts";
import type { Language } from "./language.ts";

/** What a room is told of its address: the values of the path's parameters. */
export interface RoomProps {
  readonly params: Readonly<Record<string, string | undefined>>;
}

/** A room of the centre: its address, its script, which is loaded when first entered, and its place in the head. */
export interface Room {
  /** The path in wouter's notation, such as `/office/:office/floor`. */
  readonly path: string;
  readonly load: () => Promise<{ readonly default: ComponentType<RoomProps> }>;
  /** Everybody may enter it without signing in. */
  readonly open?: true;
  /** Shown in the head to those who may do this at their own place; `href` makes the address for it. */
  readonly entry?: {
    readonly act: Act;
    readonly title: Readonly<Record<Language, string>>;
    readonly href: (place: { readonly region: string | null; readonly office: string | null }) => string | null;
  };
}

/** The rooms beside country, region, office and status, in the order of the head. */
export const ROOMS: readonly Room[] = [
  {
    path: "/alerts/:place?",
    load: () => import("./alerts/Alerts.tsx"),
    entry: {
      act: "see-totals",
      title: { kk: "Ескертулер", ru: "Оповещения", en: "Alerts" },
      href: ({ region, office }) => `/alerts${office ? `/${office}` : region ? `/${region}` : ""}`,
    },
  },
  { path: "/alert-rules/:place?", load: () => import("./alerts/Rules.tsx") },
  { path: "/webhook/:place?", load: () => import("./alerts/Webhook.tsx") },
  {
    path: "/flow",
    load: () => import("./flow/Flow.tsx"),
    entry: {
      act: "see-totals",
      title: { kk: "Өтініштер қозғалысы", ru: "Движение заявлений", en: "Flow of applications" },
      href: ({ region, office }) => (office ? `/office/${office}/flow` : region ? `/region/${region}/flow` : "/flow"),
    },
  },
  { path: "/region/:region/flow", load: () => import("./flow/Flow.tsx") },
  { path: "/office/:office/flow", load: () => import("./flow/Flow.tsx") },
  { path: "/office/:office/application/*", load: () => import("./flow/Application.tsx") },
  { path: "/track", load: () => import("./flow/Track.tsx"), open: true },
  {
    path: "/hall/:office",
    load: () => import("./hall/Hall.tsx"),
    entry: {
      act: "see-totals",
      title: { kk: "Зал экраны", ru: "Табло зала", en: "Hall screen" },
      href: ({ office }) => (office === null ? null : `/hall/${office}`),
    },
  },
  {
    path: "/office/:office/floor",
    load: () => import("./floor/Floor.tsx"),
    entry: {
      act: "see-operators",
      title: { kk: "Зал", ru: "Зал", en: "Floor" },
      href: ({ office }) => (office === null ? null : `/office/${office}/floor`),
    },
  },
  {
    path: "/my",
    load: () => import("./myday/MyDay.tsx"),
    entry: {
      act: "dispute",
      title: { kk: "Менің күнім", ru: "Мой день", en: "My day" },
      href: ({ office }) => (office === null ? null : "/my"),
    },
  },
  {
    path: "/explore",
    load: () => import("./explorer/Explorer.tsx"),
    entry: {
      act: "see-totals",
      title: { kk: "Көрсеткіштер", ru: "Показатели", en: "Explorer" },
      href: () => "/explore",
    },
  },
  {
    path: "/reports/:month?",
    load: () => import("./reports/Reports.tsx"),
    entry: {
      act: "export",
      title: { kk: "Есептер", ru: "Отчёты", en: "Reports" },
      href: ({ region, office }) =>
        office !== null ? `/office/${office}/reports` : region !== null ? `/region/${region}/reports` : "/reports",
    },
  },
  { path: "/region/:region/reports/:month?", load: () => import("./reports/Reports.tsx") },
  { path: "/office/:office/reports/:month?", load: () => import("./reports/Reports.tsx") },
  {
    path: "/accounts",
    load: () => import("./access/Accounts.tsx"),
    entry: {
      act: "manage-accounts",
      title: { kk: "Есептік жазбалар", ru: "Учётные записи", en: "Accounts" },
      href: () => "/accounts",
    },
  },
  {
    path: "/audit",
    load: () => import("./access/AuditLog.tsx"),
    entry: {
      act: "see-audit",
      title: { kk: "Кім не істеді", ru: "Кто что делал", en: "Who did what" },
      href: () => "/audit",
    },
  },
  {
    path: "/reconciliation",
    load: () => import("./reconcile/Reconciliation.tsx"),
    entry: {
      act: "see-status",
      title: { kk: "Салыстырып тексеру", ru: "Сверка", en: "Reconciliation" },
      href: () => "/reconciliation",
    },
  },
];
