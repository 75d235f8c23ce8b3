// Payloads that a stranger writes to waste time and memory, each of a kind and about as many characters as asked for.
import { example, exampleWith } from "./example.ts";

const fill = (part: string, size: number): string => part.repeat(Math.max(1, Math.floor(size / part.length)));
const list = (item: string, size: number): string => `[${fill(`${item},`, size)}${item}]`;
const numbered = (size: number, member: (i: number) => string): string => {
  const parts: string[] = [];
  for (let length = 0; length < size; length += (parts.at(-1) as string).length + 1) parts.push(member(parts.length));
  return `{${parts.join(",")}}`;
};

/** JSON values, by what is nasty about them. */
export const nastyValues: Readonly<Record<string, (size: number) => string>> = {
  "a key of half a line": (size) => `{"${fill("k", size / 2)}":${list("1", size / 2)}}`,
  "a key of half a line, twice": (size) => `{"${fill("k", size / 2)}":1,"${fill("k", size / 2)}":2}`,
  "a key of half a line, written in escapes": (size) => `{"${fill("\\u006b", size)}":1}`,
  "keys that begin alike": (size) => {
    const start = "k".repeat(Math.floor(Math.sqrt(size)));
    return numbered(size, (i) => `"${start}${i}":1`);
  },
  "keys that are told apart at their end, in escapes": (size) => {
    const start = "\\u006b".repeat(Math.floor(Math.sqrt(size) / 6));
    return numbered(size, (i) => `"${start}${i}":1`);
  },
  "one name again and again": (size) => `{${fill('"a":1,', size)}"a":1}`,
  "one long name again and again": (size) => `{${fill(`"${"a".repeat(1000)}":1,`, size)}"a":1}`,
  "a described name again and again": (size) => `{${fill('"data":{},', size)}"data":{}}`,
  "objects that each repeat a name": (size) => list('{"a":1,"a":2}', size),
  "many names": (size) => numbered(size, (i) => `"m${i}":${i}`),
  numbers: (size) => list("1", size),
  texts: (size) => list('"x"', size),
  "empty objects": (size) => list("{}", size),
  "empty arrays": (size) => list("[]", size),
  "objects with a member": (size) => list('{"a":[]}', size),
  "arrays as deep as may be": (size) => list(`${"[".repeat(50)}${"]".repeat(50)}`, size),
  "arrays that are too deep": (size) => `${fill("[", size / 2)}${fill("]", size / 2)}`,
  "objects that are too deep": (size) => `${fill('{"a":', size / 2)}1${fill("}", size / 6)}`,
  "blanks around colons": (size) => `{${fill('"a" \t : 1 ,', size)}"b" : 1}`,
  "blanks before a colon": (size) => `{"a"${fill(" ", size)}:1}`,
  "blanks between two items": (size) => `[1,${fill(" \t", size)}1]`,
  "colons in a text": (size) => `"${fill('\\":', size)}"`,
  "a long text": (size) => `"${fill("x", size)}"`,
  "a text of escapes": (size) => `"${fill("\\u0000", size)}"`,
  "a text of surrogates": (size) => `"${fill("\\ud83d", size)}"`,
  "letters beyond ASCII": (size) => `"${fill("é😀", size / 2)}"`,
  "a long number": (size) => fill("1", size),
  "a long fraction": (size) => `0.${fill("1", size)}e-1`,
};

/** Texts that are no JSON. */
export const brokenTexts: Readonly<Record<string, (size: number) => string>> = {
  "a list that is cut off": (size) => `[${fill("1,", size)}`,
  "an object that is cut off": (size) => `{${fill('"a":{},', size)}`,
  "a text that is cut off": (size) => `{"a":"${fill("x", size)}`,
  "a text that ends in a backslash": (size) => `"${fill("\\\\", size)}\\`,
  "two values": (size) => `${list("1", size)} 1`,
  "a comma too many": (size) => `[${fill("1,", size)}]`,
  "nothing but brackets": (size) => fill("[", size),
  "nothing but commas": (size) => fill(",", size),
  quotes: (size) => fill('"', size),
  "single quotes": (size) => `[${fill("'a',", size)}]`,
  "carriage returns": (size) => `[1,${fill("\r", size)}x]`,
};

const broken = JSON.stringify(exampleWith({ "/time": 1 }));

/** Events that hold a value where it does not matter, where it is wrong, beside what is wrong, or that are nothing else. */
export const eventsWith: Readonly<Record<string, (value: string) => string>> = {
  "in an unknown member": (value) => `${JSON.stringify(example()).slice(0, -1)},"x":${value}}`,
  "beside what is wrong": (value) => `{"x":${value},${broken.slice(1)}`,
  "in front of what is wrong": (value) => `${broken.slice(0, -1)},"x":${value}}`,
  "as its data": (value) => `${JSON.stringify(exampleWith({ "/data": undefined })).slice(0, -1)},"data":${value}}`,
  "as its type": (value) => `${JSON.stringify(exampleWith({ "/type": undefined })).slice(0, -1)},"type":${value}}`,
  "as the event": (value) => value,
};
