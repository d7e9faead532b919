/**
 * Whoever asks for the same thing while it is being asked for gets the same answer, or the same error. Once it is
 * answered it is asked for anew.
 */
export function askOnce<Answer>(): (key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const underWay = new Map<string, Promise<Answer>>();
  return (key, ask) => {
    const standing = underWay.get(key);
    if (standing !== undefined) return standing;
    const answer = ask().finally(() => underWay.delete(key));
    underWay.set(key, answer);
    return answer;
  };
}
