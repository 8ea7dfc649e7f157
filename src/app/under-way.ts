/** Clicks that are being carried out in this life of the event page. */
const underWay = new Set<string>();

export function isUnderWay(id: string): boolean {
  return underWay.has(id);
}

/** Nobody else finds out what became of a click while this runs. */
export async function during<Value>(id: string, act: () => Promise<Value>): Promise<Value> {
  if (underWay.has(id)) {
    return act();
  }
  underWay.add(id);
  try {
    return await act();
  } finally {
    underWay.delete(id);
  }
}
