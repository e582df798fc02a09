// The npm package, installed from its own archive into projects that hold nothing else, without a network.

import { execFile } from "node:child_process";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";

import { ENGINES } from "./browser.mjs";
import { root } from "./server.mjs";

/** Where this file of tests builds for these engines: other files, and those of other engines, may run beside it. */
const BUILDS = join(root, "target/projects", basename(process.argv[1] ?? "", ".test.mjs"), ENGINES.join("-"));

/** Runs a program, and gives back what it printed. */
export const run = async (program, given, cwd) => (await promisify(execFile)(program, given, { cwd })).stdout;

/** A tool of the build, as `vite`. */
export const tool = (name) => join(root, "node_modules/.bin", name);

let packed;

/** The archive, as `npm pack` makes it, with what it says of it. */
export function archive() {
  packed ??= (async () => {
    const folder = join(BUILDS, "packed");
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const [said] = JSON.parse(await run("npm", ["pack", "--json", "--pack-destination", folder], join(root, "pkg")));
    return { ...said, path: join(folder, said.filename) };
  })();
  return packed;
}

/** A folder of that name below `target/`, so that what a project needs is found among the tools of the build. */
async function fresh(name) {
  const folder = join(BUILDS, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

/** A project with the package and nothing else. */
export async function project(name) {
  const folder = await fresh(name);
  await writeFile(join(folder, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
  const { path } = await archive();
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", path], folder);
  return folder;
}

/** An example as it is, with the package where npm would put it, built by its own command. */
export async function example(name) {
  const folder = await fresh(name);
  await cp(join(root, "examples", name), folder, { recursive: true });
  const place = join(folder, "node_modules/entry-checker");
  await mkdir(place, { recursive: true });
  await run("tar", ["-xzf", (await archive()).path, "-C", place, "--strip-components=1"]);
  await run("npm", ["run", "build"], folder);
  return folder;
}
