/** The store cannot do what it was asked to; the message is a sentence for people. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
