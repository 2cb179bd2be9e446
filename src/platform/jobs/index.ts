/** Sweeps: work that takes no input, woken by a timer and by a poke. */
export { type HolderState, holderState, newHolder } from "./holder.ts";
export { pokeEverywhere, type Sweep, type Sweeping, startSweeps } from "./sweeps.ts";
