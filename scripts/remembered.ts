/**
 * Makes a function that remembers what it made of each object, as long as the object is there.
 * @param make a pure function; what it gives is not changed later
 */
export function remembered<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, { readonly made: Made }>();
  return (key) => {
    const before = known.get(key) ?? { made: make(key) };
    known.set(key, before);
    return before.made;
  };
}

/** Makes something when it is asked for first. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
