const MOST = 100;

/** What a text is read as, kept for the last ones: a function of the engine gets the same pattern or path for each of a million rows. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (known.has(text)) return known.get(text) as T;
    const made = read(text);
    if (known.size > MOST) known.clear();
    known.set(text, made);
    return made;
  };
}
