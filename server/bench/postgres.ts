import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const HOME = "/usr/lib/postgresql";
const BATCH = 1_000;
const START_MS = 20_000;

const TABLES = `
create table seen (source text, sequence bigint, primary key (source, sequence));
create table entity (office text, id text, kind text, at timestamptz, primary key (office, id, kind));
create table office_day (office text, day date, kind text, n bigint, primary key (office, day, kind));
create table operator_day (operator text, day date, kind text, n bigint, primary key (operator, day, kind));
create temp table batch (source text, sequence bigint, office text, id text, operator text, kind text, day date, at timestamptz) on commit delete rows;
`;

const UPSERTS = `
insert into seen select source, sequence from batch on conflict do nothing;
insert into entity select office, id, kind, min(at) from batch where id is not null group by 1, 2, 3
  on conflict (office, id, kind) do update set at = least(entity.at, excluded.at);
insert into office_day select office, day, kind, count(*) from batch group by 1, 2, 3
  on conflict (office, day, kind) do update set n = office_day.n + excluded.n;
insert into operator_day select operator, day, kind, count(*) from batch where operator is not null group by 1, 2, 3
  on conflict (operator, day, kind) do update set n = operator_day.n + excluded.n;
`;

function rowOf(text: string): string {
  const { source, sequence, type, time, data } = JSON.parse(text) as {
    source: string;
    sequence: number;
    type: string;
    time: string;
    data: { ticket?: string; application?: string; operator?: string };
  };
  const office = source.split("/")[2] as string;
  const id = data.application ?? data.ticket ?? "\\N";
  return [source, sequence, office, id, data.operator ?? "\\N", type, time.slice(0, 10), time].join("\t");
}

function batches(texts: readonly string[]): string {
  let sql = "";
  for (let from = 0; from < texts.length; from += BATCH) {
    const rows = texts.slice(from, from + BATCH).map(rowOf);
    sql += `begin;\ncopy batch from stdin;\n${rows.join("\n")}\n\\.\n${UPSERTS}commit;\n`;
  }
  return sql;
}

/** The user that PostgreSQL may run as: it refuses to be root. */
function ordinaryUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const users = readFileSync("/etc/passwd", "utf8").split("\n");
  const found = users.map((line) => line.split(":")).find(([name]) => name === "postgres");
  return found === undefined ? null : { uid: Number(found[2]), gid: Number(found[3]) };
}

/** A PostgreSQL of the bench, reached over a socket in its folder alone. */
export interface Postgres {
  readonly version: string;
  /** Milliseconds that folding these events into empty tables took; reading and parsing them is not in it. */
  upsert(texts: readonly string[]): Promise<number>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL in a temporary folder; null where it is not installed or can not be started. */
export async function startPostgres(): Promise<Postgres | null> {
  const newest = existsSync(HOME) ? readdirSync(HOME).sort((one, other) => Number(other) - Number(one))[0] : undefined;
  const user = ordinaryUser();
  if (newest === undefined || user === null) return null;
  const programs = join(HOME, newest, "bin");
  const folder = mkdtempSync(join(tmpdir(), "bench-postgres-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const made = spawnSync(join(programs, "initdb"), ["-D", data, "-U", "bench", "-A", "trust", "-N"], {
    ...user,
    cwd: folder,
    stdio: "ignore",
  });
  if (made.status !== 0) {
    remove();
    return null;
  }
  const settings = ["listen_addresses=", `unix_socket_directories=${folder}`, "synchronous_commit=off"];
  settings.push("shared_buffers=256MB", "max_wal_size=2GB");
  const server = spawn(join(programs, "postgres"), ["-D", data, ...settings.flatMap((each) => ["-c", each])], {
    ...user,
    cwd: folder,
    stdio: "ignore",
  });
  const endWithUs = () => {
    server.kill("SIGQUIT");
    remove();
  };
  process.once("exit", endWithUs);
  const stop = async () => {
    process.off("exit", endWithUs);
    if (server.exitCode === null && server.signalCode === null) {
      server.kill("SIGINT");
      await once(server, "exit");
    }
    remove();
  };
  const ask = () => spawnSync(join(programs, "pg_isready"), ["-q", "-h", folder], { cwd: folder }).status === 0;
  const deadline = Date.now() + START_MS;
  while (!ask()) {
    if (Date.now() > deadline || server.exitCode !== null) {
      await stop();
      return null;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { version: newest, stop, upsert: (texts) => upsert(join(programs, "psql"), folder, texts) };
}

async function upsert(psql: string, folder: string, texts: readonly string[]): Promise<number> {
  const sql = batches(texts);
  const options = ["-X", "-q", "-h", folder, "-U", "bench", "-d", "postgres", "-v", "ON_ERROR_STOP=1"];
  const child = spawn(psql, options, { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
  await say(
    child,
    `set client_min_messages = warning;\ndrop table if exists seen, entity, office_day, operator_day;\n${TABLES}`,
  );
  const begun = performance.now();
  await say(child, sql);
  const took = performance.now() - begun;
  child.stdin?.end();
  await once(child, "exit");
  return took;
}

/** Sends statements and resolves when the last one is done. */
async function say(child: ChildProcess, sql: string): Promise<void> {
  const answered = new Promise<void>((resolve, reject) => {
    child.stdout?.once("data", () => resolve());
    child.once("exit", () => reject(new Error("psql ended before its statements did")));
  });
  child.stdin?.write(`${sql}\\echo done\n`);
  await answered;
}
