import { defineConfig } from "vite";

/** The coach as a module of its own, for Node and browsers (src/coach.ts). Its weight is watched: 600 kB gzip with all models. */
export default defineConfig({
  build: {
    lib: { entry: "src/coach.ts", formats: ["es"], fileName: () => "coach.js" },
    outDir: "dist/coach",
    emptyOutDir: true,
    target: "baseline-widely-available",
    // Vite leaves the blanks in a library; who fetches the coach into a page pays for each.
    rolldownOptions: { output: { minify: true } },
  },
});
