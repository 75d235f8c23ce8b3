/**
 * Reads the body of a Fetch request, for next.ts and worker.ts; not to its end where that is far: anybody can send, and an
 * event has a kilobyte, not a megabyte.
 * @returns undefined where it is too long
 */
export async function readBody({ body }: Request, limit = 2 ** 20): Promise<Uint8Array | undefined> {
  const bytes = new Uint8Array(limit);
  let length = 0;
  const reader = body?.getReader();
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {};
    if (done || value === undefined) return bytes.subarray(0, length);
    if (length + value.length > limit) {
      await reader?.cancel();
      return undefined;
    }
    bytes.set(value, length);
    length += value.length;
  }
}
