import vue from "@vitejs/plugin-vue";

export default {
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (name) => name === "entry-checker" } } })],
  // The checker finds its files beside its own module, so the development server leaves it where it is.
  optimizeDeps: { exclude: ["entry-checker"] },
};
