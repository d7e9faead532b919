/** The claims (leases) that processes hold on sources, entries and deliveries. */
export interface Claims {
  /**
   * Ends every claim: for a process that knows that it is the only bot, after another died. A message that was being sent
   * becomes one that may be posted already; it stays claimed for ten seconds more, since a command that lives may just be
   * sending it.
   */
  releaseAll(nowMs: number): Promise<void>;
}
