import { spawn } from "node:child_process";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a program without a shell and waits for it. Its output goes to ours, or is gathered and returned when `quiet`.
 * A signal that asks us to end is passed on, and once the program is over we end with it, so that nothing stays behind.
 * One that does not end within `graceMs` milliseconds is killed. A program that can not be started has the code -1.
 */
export function runProgram(program, args, { cwd, env = process.env, quiet = false, graceMs = 5000 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    });
    let output = "";
    let asked = null;
    const passOn = (signal) => {
      if (asked === null) setTimeout(() => child.kill("SIGKILL"), graceMs).unref();
      asked = signal;
      child.kill(signal === "SIGINT" ? "SIGTERM" : signal);
    };
    const gather = (chunk) => {
      output += chunk;
    };
    for (const signal of SIGNALS) process.on(signal, passOn);
    child.stdout?.on("data", gather);
    child.stderr?.on("data", gather);
    const settle = (code) => {
      for (const signal of SIGNALS) process.off(signal, passOn);
      if (asked !== null) process.exit(asked === "SIGINT" ? 130 : asked === "SIGTERM" ? 143 : 129);
      resolve({ code, output });
    };
    child.once("error", () => settle(-1));
    child.once("close", (code) => settle(code ?? -1));
  });
}
