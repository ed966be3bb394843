import { existsSync } from "node:fs";
import { join } from "node:path";
import { installPackage, unpackPackage } from "./debianPackage.mjs";
import { findProgram } from "./findProgram.mjs";

/** The programs that are no npm packages: the names they go by, Debian's package, and what to type elsewhere. */
export const PROGRAMS = {
  redis: {
    title: "a Redis server",
    names: ["valkey-server", "redis-server"],
    package: "redis-server",
    inside: "usr/bin/redis-server",
    install: {
      "apt-get": "redis-server",
      dnf: "valkey",
      apk: "redis",
      pacman: "valkey",
      zypper: "redis",
      brew: "redis",
    },
    otherwise: "or set REDIS_URL to one that runs elsewhere",
  },
  chromium: {
    title: "Chromium",
    names: ["chromium", "chromium-browser", "google-chrome"],
    package: "chromium",
    inside: "usr/lib/chromium/chromium",
    install: { "apt-get": "chromium", dnf: "chromium", apk: "chromium", pacman: "chromium", zypper: "chromium" },
    otherwise: "or put a Chromium or Chrome on the PATH",
  },
  spreadsheet: {
    title: "LibreOffice Calc",
    names: ["libreoffice", "soffice"],
    package: "libreoffice-calc",
    inside: "usr/lib/libreoffice/program/soffice",
    install: {
      "apt-get": "libreoffice-calc",
      dnf: "libreoffice-calc",
      apk: "libreoffice-calc",
      pacman: "libreoffice-still",
      zypper: "libreoffice-calc",
      brew: "libreoffice",
    },
    otherwise: "or put LibreOffice's soffice on the PATH",
  },
  pdfText: {
    title: "the tools for PDF",
    names: ["pdftotext"],
    package: "poppler-utils",
    inside: "usr/bin/pdftotext",
    install: {
      "apt-get": "poppler-utils",
      dnf: "poppler-utils",
      apk: "poppler-utils",
      pacman: "poppler",
      zypper: "poppler-tools",
      brew: "poppler",
    },
    otherwise: "or put poppler's pdftotext on the PATH",
  },
};

/**
 * The path of the program: found on the PATH, or unpacked earlier into `folder`, or now got from Debian: installed by
 * apt when we are root in a container, else unpacked into `folder` without root, so that no system service is started.
 * `say` hears what takes time. Throws one sentence that names what to type on this system.
 */
export async function provideProgram(program, { folder, say, root = process.getuid?.() === 0 }) {
  const found = findProgram(program.names) ?? findProgram(program.names, join(folder, "bin"));
  if (found !== null) return found;
  if (findProgram(["apt-get"]) !== null && findProgram(["dpkg-deb"]) !== null) {
    say(`Getting ${program.title} from the system's packages`);
    const serviceWouldStart = existsSync("/run/systemd/system");
    if (root && !serviceWouldStart && (await installPackage(program.package))) {
      const installed = findProgram(program.names);
      if (installed !== null) return installed;
    }
    const name = program.names.at(program.names.indexOf(program.package));
    if (await unpackPackage({ name: program.package, program: name, inside: program.inside, folder })) {
      return join(folder, "bin", name);
    }
  }
  const error = new Error(howToInstall(program, root));
  error.name = "ProgramMissing";
  throw error;
}

/** One sentence: what is missing and the command that installs it with this system's own package manager. */
export function howToInstall(program, root) {
  for (const [manager, name] of Object.entries(program.install)) {
    if (findProgram([manager]) === null) continue;
    const verb = manager === "pacman" ? "-S" : manager === "apk" ? "add" : "install";
    const command = `${manager} ${verb} ${name}`;
    return `No ${program.names.join(" or ")} was found and it could not be installed: run "${
      root || manager === "brew" ? command : `sudo ${command}`
    }", ${program.otherwise}.`;
  }
  return `No ${program.names.join(" or ")} was found: install ${program.title}, ${program.otherwise}.`;
}
