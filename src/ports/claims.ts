/** The claims (leases) that processes hold on sources, entries and deliveries. */
export interface Claims {
  /**
   * Ends every claim: for a process that knows that it is the only one, after another died. A message that was being
   * sent becomes one that may be posted already.
   */
  releaseAll(): Promise<void>;
}
