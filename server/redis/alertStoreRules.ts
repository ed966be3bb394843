import type { PlacedSetting, RuleChange } from "../../shared/alertRules.ts";
import { settingKey } from "../../shared/alertRules.ts";
import type { RuleStore } from "../alerts/ports.ts";
import { command, type RedisNodes } from "./connection.ts";
import { ALERT_RULE_CHANGES_KEY, ALERT_RULES_KEY, ALERTS_VERSION_KEY } from "./keys.ts";

/** How many changes are kept to be shown; the audit log keeps them all for its own time. */
const MOST_CHANGES = 1_000;

/** The settings of the rules in Redis. */
export function ruleStore(nodes: RedisNodes): RuleStore {
  return {
    async all() {
      const texts = await command<string[]>(await nodes.at(0), ["HVALS", ALERT_RULES_KEY]);
      return texts.map((text) => JSON.parse(text) as PlacedSetting);
    },
    async put(change, after) {
      const { place, kind, at, by } = change;
      const key = settingKey(place, kind);
      const connection = await nodes.at(0);
      await Promise.all([
        command(connection, ["MULTI"]),
        after === null
          ? command(connection, ["HDEL", ALERT_RULES_KEY, key])
          : command(connection, ["HSET", ALERT_RULES_KEY, key, JSON.stringify({ ...after, place, kind, at, by })]),
        command(connection, ["LPUSH", ALERT_RULE_CHANGES_KEY, JSON.stringify(change)]),
        command(connection, ["LTRIM", ALERT_RULE_CHANGES_KEY, "0", `${MOST_CHANGES - 1}`]),
        command(connection, ["INCR", ALERTS_VERSION_KEY]),
        command(connection, ["EXEC"]),
      ]);
    },
    async changes() {
      const texts = await command<string[]>(await nodes.at(0), ["LRANGE", ALERT_RULE_CHANGES_KEY, "0", "-1"]);
      return texts.map((text) => JSON.parse(text) as RuleChange);
    },
  };
}
