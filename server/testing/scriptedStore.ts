import type { Office } from "../../shared/reference.ts";
import { indexReference, type ReferenceIndex } from "../../shared/referenceIndex.ts";
import { type Connection, command, connect, RedisNodes } from "../redis/connection.ts";
import { loadReference } from "../reference.ts";
import { ZONES } from "./arbitraryScript.ts";
import { startTestRedis } from "./redis.ts";
import { runScript, type Script } from "./scriptedPartition.ts";

/** A store of one partition in a Redis of a test's own, into which scripts are told. */
export interface ScriptedStore {
  readonly nodes: RedisNodes;
  /** For looking at what is stored. */
  readonly connection: Connection;
  /** Tells a script into the store, emptied first. */
  tell(script: Script): Promise<void>;
  /** Tells a script on top of what is stored. */
  tellMore(script: Script): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a Redis and a store in it; the caller stops it. */
export async function scriptedStore(): Promise<ScriptedStore> {
  const redis = await startTestRedis();
  const connection = await connect(redis.url, "reading");
  const writing = await connect(redis.url, "writing");
  const nodes = new RedisNodes([redis.url]);
  return {
    nodes,
    connection,
    async tell(script) {
      await command(connection, ["FLUSHALL"]);
      await runScript(connection, writing, script);
    },
    tellMore: (script) => runScript(connection, writing, script),
    async stop() {
      connection.destroy();
      writing.destroy();
      await nodes.close();
      await redis.stop();
    },
  };
}

/** The reference data of the product, with the offices of the scripts alone; `as` says what is particular about each. */
export async function scriptedOffices(as: (at: number) => Partial<Office> = () => ({})): Promise<ReferenceIndex> {
  const reference = await loadReference("seeds");
  const pattern = reference.offices[0] as Office;
  const offices = Object.entries(ZONES).map(
    ([id, zone], at): Office => ({ ...pattern, id, zone, validFrom: 0, ...as(at) }),
  );
  return indexReference({ ...reference, offices });
}
