/** Sweeps: work that takes no input, woken by a timer and by a poke. */
export { pokeEverywhere, type Sweep, type Sweeping, startSweeps } from "./sweeps.ts";
