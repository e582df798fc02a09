// Loads the page anew once the site was built again. Development builds alone contain this file.

const EVERY = 1000;

/** The text that each build writes differently. Nothing while the server is away or a build replaces the files. */
const build = async () => {
  const answer = await fetch("reload.txt", { cache: "no-store" }).catch(() => undefined);
  return answer?.ok ? answer.text() : undefined;
};

const first = await build();
setInterval(async () => {
  const now = await build();
  if (now !== undefined && now !== first) location.reload();
}, EVERY);
