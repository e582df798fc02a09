// A page translator at work: it puts every text node into elements of its own, as soon as it is there, as the translators
// of browsers do.

/** The script of one, for what is in a node, which is named by an expression. */
export const translator = (root = "document.body") => `
  const root = ${root};
  const translate = () => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const node = texts.currentNode;
      if (node.data.trim() && node.parentNode.localName !== "font" && !node.parentElement.closest("script, textarea")) found.push(node);
    }
    for (const node of found) {
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      node.replaceWith(outer);
      outer.append(inner);
      inner.append(node);
    }
  };
  new MutationObserver(translate).observe(root, { childList: true, subtree: true, characterData: true });
  translate();
`;
