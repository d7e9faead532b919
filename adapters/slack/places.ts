/** Room for so many things under way, for each person. */
export interface Places {
  /** Gives the place back when it is called; `null` where all are taken. */
  take(workspaceId: string, personId: string): (() => void) | null;
}

export function createPlaces(most: number): Places {
  const taken = new Map<string, number>();
  return {
    take(workspaceId, personId) {
      const key = `${workspaceId} ${personId}`;
      const count = taken.get(key) ?? 0;
      if (count >= most) return null;
      taken.set(key, count + 1);
      return () => {
        const left = (taken.get(key) ?? 1) - 1;
        if (left > 0) taken.set(key, left);
        else taken.delete(key);
      };
    },
  };
}
