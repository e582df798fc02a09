// Programs that tests start beside themselves, and that end with them.

import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { connect, createServer } from "node:net";
import { delimiter, join } from "node:path";

/** The program that the variable names, or the one on the `PATH`, or at `otherwise`; an error that says what to do. */
export function program(name, variable, otherwise) {
  const given = process.env[variable];
  const places = given ? (given.includes("/") ? [given] : onPath(given)) : [...onPath(name), ...(otherwise ? [otherwise] : [])];
  const found = places.find(runs);
  if (found) return found;
  throw new Error(`${given ?? name} is missing: run \`cargo xtask test\`, which installs it, or set ${variable} to where it is`);
}

function onPath(name) {
  return (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
}

function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const running = new Set();

/** Starts a program. Where it is told to say something on its channel 3, this waits for that, and `said` holds it. */
export async function start(file, options, environment = {}) {
  const speaks = options.includes("3");
  const child = spawn(file, options, {
    stdio: ["ignore", "ignore", "ignore", ...(speaks ? ["pipe"] : [])],
    env: { ...process.env, ...environment },
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  child.said = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${file} ended at once (${code})`)));
    if (speaks) child.stdio[3].once("data", (data) => resolve(String(data).trim()));
    else child.once("spawn", () => resolve(""));
  });
  return child;
}

/** Ends a program that was started here. */
export function stop(child) {
  child.kill();
}

// However the tests end, nothing stays behind.
process.on("exit", () => running.forEach(stop));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Waits until somebody listens on a port. */
export async function listens(port) {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    const heard = await new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true));
      socket.once("error", () => resolve(false)).once("close", () => socket.destroy());
      socket.once("connect", () => socket.end());
    });
    if (heard) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nobody listens on port ${port}`);
}
