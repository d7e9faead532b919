/** The time, epoch milliseconds UTC. Tests move it by hand. */
export interface Clock {
  nowMs(): number;
}
