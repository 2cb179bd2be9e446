/** Why we believe what the coach says. Apart from the coach itself: what a source is called and shows is loaded when somebody asks why. */
export { type Grade, SOURCES, type Source, type SourceKey } from "./sources.ts";
