import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { withoutExamples } from "./scripts/without-examples.ts";

/** The web app. Its weight is watched: the first screen stays under 200 kB of script, gzip. */
export default defineConfig({
  root: "src/entry/web",
  plugins: [react(), tailwind()],
  worker: { format: "es", plugins: () => [withoutExamples()] },
  build: {
    outDir: "../../../dist/web",
    emptyOutDir: true,
    target: "baseline-widely-available",
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": "http://127.0.0.1:3000" } },
});
