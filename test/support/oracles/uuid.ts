/** RFC 9562 section 4: the lengths of the groups of `hexOctet`s, which "-" separates. */
const lengths: readonly number[] = [8, 4, 4, 4, 12];

const hexDigits: ReadonlySet<string> = new Set("0123456789abcdefABCDEF");

/** RFC 9562 section 4, of any version and variant: both cases of a digit are read. */
export function isUuid(text: string): boolean {
  const groups = text.split("-");
  return (
    groups.length === lengths.length &&
    groups.every((group, at) => group.length === lengths[at] && [...group].every((char) => hexDigits.has(char)))
  );
}
