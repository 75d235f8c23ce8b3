// What a receiver may be sent that is no event, and what the package has to say of it.
const bytes = (text) => new TextEncoder().encode(text);
const edited = (edit) => (text) => JSON.stringify(edit(JSON.parse(text)));
const root = (keyword, message) => ({ pointer: "", path: [], keyword, message });
const member = (pointer, keyword, message) => ({ pointer, path: pointer.split("/").slice(1), keyword, message });
const notJson = [root("json", "must be JSON text without a byte order mark")];
const unknown = [member("/type", "enum", "must be one of the event types of this package")];

/** Each payload, made from the text of a valid event, with the reason and the issues of its refusal. */
export const refusals = [
  {
    name: "bytes that are not UTF-8",
    payload: (text) => new Uint8Array([...bytes(text), 0xff]),
    reason: "not-utf8",
    issues: [root("encoding", "must be UTF-8 text")],
  },
  {
    // CESU-8: decoders differ in how they treat it unless they follow the standard.
    name: "bytes of half a surrogate pair",
    payload: (text) => new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22, ...bytes(text)]),
    reason: "not-utf8",
    issues: [root("encoding", "must be UTF-8 text")],
  },
  { name: "a text cut short", payload: (text) => text.trim().slice(0, -1), reason: "not-json", issues: notJson },
  { name: "bytes cut short", payload: (text) => bytes(text.trim().slice(0, -1)), reason: "not-json", issues: notJson },
  { name: "a text with a byte order mark", payload: (text) => `\uFEFF${text}`, reason: "not-json", issues: notJson },
  {
    name: "bytes with a byte order mark",
    payload: (text) => bytes(`\uFEFF${text}`),
    reason: "not-json",
    issues: notJson,
  },
  {
    name: "an unknown type",
    payload: edited((event) => ({ ...event, type: "com.gigs.unknown" })),
    reason: "unknown-type",
    issues: unknown,
  },
  {
    name: "a type named like an inherited member",
    payload: edited((event) => ({ ...event, type: "__proto__" })),
    reason: "unknown-type",
    issues: unknown,
  },
  { name: "null", payload: () => "null", reason: "invalid", issues: [root("type", "must be an object")] },
  {
    name: "an event without a type",
    payload: edited((event) => ({ ...event, type: undefined })),
    reason: "invalid",
    issues: [member("/type", "required", "must be present")],
  },
  {
    name: "a credential that is a number",
    payload: edited((event) => ({ ...event, data: { ...event.data, accountPin: Number(event.data.accountPin) } })),
    reason: "invalid",
    issues: [member("/data/accountPin", "type", "must be a string or null")],
  },
  {
    name: "several wrong members",
    payload: edited((event) => ({ ...event, id: undefined, specversion: "2.0", time: "2022-02-30T00:00:00Z" })),
    reason: "invalid",
    issues: [
      member("/id", "required", "must be present"),
      member("/specversion", "const", 'must be "1.0"'),
      member(
        "/time",
        "format",
        "must be an RFC 3339 date-time with a time zone (upper-case T and Z, from year 0001, no :60, at most 9 decimals), such as 2022-02-21T19:38:34Z",
      ),
    ],
  },
];
