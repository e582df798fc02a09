export default {
  // The checker finds its files beside its own module, so the development server leaves it where it is.
  optimizeDeps: { exclude: ["entry-checker"] },
};
