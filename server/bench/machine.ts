import { spawnSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { findProgram } from "../boot/findProgram.mjs";
import { PROGRAMS } from "../boot/provideProgram.mjs";

/** What the figures were measured on. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly node: string;
  readonly redis: string;
  /** Processes that wanted a core before the bench began, mean of a minute: above 0.5 the figures are not alone. */
  readonly load: number;
}

/** Describes this machine. */
export function describeMachine(): Machine {
  const redis = findProgram(PROGRAMS.redis.names);
  const said = redis === null ? "" : spawnSync(redis, ["--version"], { encoding: "utf8" }).stdout;
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.replaceAll(/\s+/g, " ") ?? "unknown",
    node: process.versions.node,
    redis: /v=(\S+)/.exec(said)?.[1] ?? "none",
    load: loadavg()[0] ?? 0,
  };
}
