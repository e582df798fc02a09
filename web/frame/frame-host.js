// For a page with the checker in a frame, `<iframe class="entry-checker">`: it gives the frame the height of what is in
// it, and tells the page what the checker tells. The frame is trusted with nothing else.

{
  const NAME = "entry-checker";
  const V = 1;
  const TALLEST = 20_000;
  /** @type {WeakMap<HTMLIFrameElement, MessagePort>} */
  const ports = new WeakMap();
  const frames = () => [.../** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll("iframe.entry-checker"))];
  /**
   * In a sandbox a frame has no origin of its own.
   * @param {HTMLIFrameElement} frame
   */
  const originOf = ({ sandbox, src }) =>
    sandbox.length > 0 && !sandbox.contains("allow-same-origin") ? "null" : new URL(src, location.href).origin;
  /**
   * @param {HTMLIFrameElement} frame
   * @param {string} type
   * @param {object} detail
   */
  const tell = (frame, type, detail) =>
    frame.dispatchEvent(new CustomEvent(`${NAME}:${type}`, { bubbles: true, cancelable: true, detail }));

  /** @type {Record<string, (frame: HTMLIFrameElement, message: { readonly [field: string]: unknown }) => void>} */
  const hears = {
    resize(frame, { height }) {
      if (Number.isInteger(height)) frame.style.height = `${Math.min(TALLEST, Math.max(1, /** @type {number} */ (height)))}px`;
    },
    // On a new screen its top is to be seen; only for who is at work in it.
    "focus-top"(frame) {
      const { top } = frame.getBoundingClientRect();
      if (document.activeElement === frame && (top < 0 || top > innerHeight)) frame.scrollIntoView({ behavior: "instant" });
    },
    // The page may do something else with a link.
    navigate(frame, { url }) {
      if (typeof url === "string" && /^https:/.test(url) && tell(frame, "navigate", { url })) open(url, "_blank", "noopener");
    },
    step: (frame, { to }) => tell(frame, "step", { to }),
    result: (frame, { outcomes }) => tell(frame, "result", { outcomes }),
    error: (frame, { code }) => tell(frame, "error", { code }),
  };

  addEventListener("message", ({ data, origin, source }) => {
    if (data?.ns !== NAME || data.type !== "hello" || !source) return;
    const frame = frames().find((one) => one.contentWindow === source && originOf(one) === origin);
    if (!frame || !Array.isArray(data.versions) || !data.versions.includes(V)) return;
    const { port1, port2 } = new MessageChannel();
    ports.get(frame)?.close();
    ports.set(frame, port1);
    port1.onmessage = ({ data }) => Object.hasOwn(hears, data?.type) && hears[data.type]?.(frame, data);
    frame.style.border = "0";
    /** @type {Window} */ (source).postMessage({ ns: NAME, v: V, type: "init" }, origin === "null" ? "*" : origin, [port2]);
    tell(frame, "connected", { port: port1 });
  });

  // Those that were there first.
  for (const { contentWindow } of frames()) contentWindow?.postMessage({ ns: NAME, v: V, type: "hello" }, "*");
}
