/**
 * The trained models, read from where they lie beside the code: for whoever runs the coach in Node. The browser has its own way
 * (entry/web/coach/load-models.ts).
 */
export { loadModels } from "./load-models.ts";
