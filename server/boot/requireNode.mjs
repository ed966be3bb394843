import { giveUp } from "./say.mjs";

/** Ends with one sentence when this Node is older than 20.11; a later one is as good. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 11)) return;
  giveUp(`Node ${version} is too old: install Node 20.11 or later, then run the command again.`);
}
