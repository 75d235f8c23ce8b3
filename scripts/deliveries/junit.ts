import { visible } from "../report/visible.ts";
import { countVerdicts, type ProbeReport } from "./render.ts";
import type { ProbeResult } from "./verdict.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** A text as the value of an attribute of XML. What XML 1.0 cannot hold is shown as its number. */
function attribute(text: string): string {
  const inXml = visible(text).replaceAll(
    /[\uFFFE\uFFFF]/g,
    (unit) => String.raw`\u{${unit.charCodeAt(0).toString(16)}}`,
  );
  return `"${inXml.replaceAll(/[&<>"']/g, (sign) => entities[sign] as string)}"`;
}

/** The element inside a test case, for each verdict. */
const inside: Readonly<Record<ProbeResult["verdict"], (result: ProbeResult) => string>> = {
  pass: () => "",
  skip: ({ answered }) => `<skipped message=${attribute(answered)}/>`,
  fail: ({ purpose, expects, answered, fix = "" }) =>
    `<failure type=${attribute(`expected ${expects}`)} message=${attribute(`${purpose}: ${answered}; fix: ${fix}`)}/>`,
};

/** Renders a report as JUnit XML, which build servers read: a test case for each probe. */
export function renderJunit({ results, seconds, type }: ProbeReport): string {
  const { fail, skip } = countVerdicts(results);
  const counts = `tests="${results.length}" failures="${fail}" errors="0" skipped="${skip}" time="${seconds.toFixed(3)}"`;
  const cases = results.map((result) => {
    const head = `    <testcase classname="probe" name=${attribute(result.id)} time="${result.seconds.toFixed(3)}"`;
    const content = inside[result.verdict](result);
    return content === "" ? `${head}/>` : `${head}>${content}</testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name=${attribute(`probe ${type}`)} ${counts}>`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
  ].join("\n");
}
