// What a screen reader has of a piece of HTML, as Chromium tells it: roles, and which of them have a name, a description and
// a state. The words are left out, so that two pieces about different things can be compared.

/** Roles that only hold words or others together. */
const PLAIN = new Set([
  "generic",
  "none",
  "paragraph",
  "StaticText",
  "InlineTextBox",
  "LineBreak",
  "ListMarker",
  "LabelText",
  "Legend",
  "RootWebArea",
  "strong",
  "Iframe",
]);
const STATES = ["checked", "invalid", "disabled", "expanded", "required"];

/**
 * The skeleton of some HTML: lines like `radio named described checked=true`, each under what holds it. Of several alike
 * under the same one stands for all.
 */
export async function skeleton(driver, html) {
  await driver.executeScript("document.body.innerHTML = arguments[0]", html);
  const { nodes } = await driver.sendAndGetDevToolsCommand("Accessibility.getFullAXTree", {});
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inside = (node) =>
    (node.childIds ?? [])
      .map((id) => byId.get(id))
      .filter(Boolean)
      .flatMap(shown);
  const shown = (node) => {
    if (node.ignored || PLAIN.has(node.role?.value)) return inside(node);
    const states = (node.properties ?? []).filter(({ name, value }) => STATES.includes(name) && ![false, "false"].includes(value.value));
    const words = [
      node.role.value,
      node.name?.value && "named",
      node.description?.value && "described",
      ...states.map(({ name, value }) => `${name}=${value.value}`),
    ];
    const within = [...new Set(inside(node))].map((one) => `\n${one}`.replaceAll("\n", "\n  "));
    return [words.filter(Boolean).join(" ") + within.join("")];
  };
  return [...new Set(shown(nodes[0]))].join("\n");
}
