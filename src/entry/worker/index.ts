/** The work behind the screens: sweeps that look at the tables and do what is due. */
export { startWork, type Work } from "./work.ts";
