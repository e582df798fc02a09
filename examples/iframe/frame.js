// What a page can do with the checker in its frame: hear of it, and choose its colours.

addEventListener("entry-checker:connected", ({ detail: { port } }) => {
  port.postMessage({ type: "theme", tokens: { "--ec-color-brand": "#5a2a82", "--ec-color-link": "#5a2a82" } });
});
addEventListener("entry-checker:step", ({ detail: { to } }) => {
  document.getElementById("told").textContent = to;
});
