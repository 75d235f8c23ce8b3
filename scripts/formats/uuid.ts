import type { FormatRow } from "./format.ts";

const hex = (count: number): string => `[0-9A-Fa-f]{${count}}`;

export const uuid: FormatRow = {
  name: "uuid",
  standard: "RFC 9562 section 4",
  // Both cases, any version and variant.
  differs: [],
  pattern: `^${[8, 4, 4, 4, 12].map(hex).join("-")}$`,
  alphabet: "0-9A-Fa-f\\-",
  expected: "a UUID, such as 6e8bc430-9c3a-11d9-9669-0800200c9a66",
  valid: [
    "6e8bc430-9c3a-11d9-9669-0800200c9a66",
    "6E8BC430-9C3A-11D9-9669-0800200C9A66",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "018f4d2e-7b1a-7c3d-8e4f-5a6b7c8d9e0f",
  ],
  invalid: [
    "",
    "6e8bc430",
    "6e8bc4309c3a11d996690800200c9a66",
    "6e8bc430-9c3a-11d9-9669-0800200c9a6",
    "6e8bc430-9c3a-11d9-9669-0800200c9a666",
    "6e8bc43-09c3a-11d9-9669-0800200c9a66",
    "6e8bc430-9c3a-11d9-9669-0800200c9a6g",
    "{6e8bc430-9c3a-11d9-9669-0800200c9a66}",
    "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
    "6e8bc430_9c3a_11d9_9669_0800200c9a66",
    " 6e8bc430-9c3a-11d9-9669-0800200c9a66",
    "6e8bc430-9c3a-11d9-9669-0800200c9a66\n",
  ],
  keepsFormat: false,
};
