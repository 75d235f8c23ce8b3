// What is shown of an answer: nothing of the payload and of the secret, however the receiver wrote it.
import { describe, expect, test } from "vitest";
import { describeAnswer, firstLine, hiding } from "../scripts/deliveries/answer.ts";
import type { Answer } from "../scripts/deliveries/request.ts";

const value = `Tq8 <b>&'"/+=\`é`;
const secret = "Zm9v/YmFy+QkFa==";
const signature = "c2ln/bmF0+dXJl=";
const hide = hiding({ data: [{ value }, 40_712] }, [secret, `v1,${signature} v1,other`]);

const answerOf = (body: string, headers: Answer["headers"] = {}, isCut = false): Answer => ({
  status: 400,
  headers,
  body: Buffer.from(body),
  isCut,
});

describe("a value is hidden", () => {
  test.each([
    ["as it is", value],
    ["in upper case", value.toUpperCase()],
    ["in lower case", value.toLowerCase()],
    ["in the JSON of JavaScript", String.raw`Tq8 <b>&'\"/+=` + "`é"],
    ["in the JSON of Python", String.raw`Tq8 <b>&'\"/+=` + String.raw`${"`"}\u00e9`],
    ["in the JSON of PHP", String.raw`Tq8 <b>&'\"\/+=${"`"}\u00e9`],
    ["in the JSON of Go", String.raw`Tq8 \u003cb\u003e\u0026'\"/+=${"`"}é`],
    ["in the JSON of .NET", String.raw`Tq8 \u003Cb\u003E\u0026\u0027\u0022/\u002B=\u0060\u00E9`],
    ["in the JSON of Gson", String.raw`Tq8 \u003cb\u003e\u0026\u0027\"/+\u003d${"`"}é`],
    ["in HTML", "Tq8 &lt;b&gt;&amp;&#39;&quot;/+=`é"],
    ["in the HTML of PHP", "Tq8 &lt;b&gt;&amp;&#039;&quot;/+=`é"],
    ["in the HTML of Python", "Tq8 &lt;b&gt;&amp;&#x27;&quot;/+=`é"],
    ["in the HTML of Go", "Tq8 &lt;b&gt;&amp;&#39;&#34;/+=`é"],
    ["in a URL", "Tq8%20%3Cb%3E%26'%22%2F%2B%3D%60%C3%A9"],
    ["in a URL, in lower case", "tq8%20%3cb%3e%26%27%22%2f%2b%3d%60%c3%a9"],
    ["in a form", "Tq8+%3Cb%3E%26%27%22%2F%2B%3D%60%C3%A9"],
    ["that is a number", "40712"],
    ["that is the secret", secret],
    ["that is the secret in JSON", secret.replaceAll("/", "\\/")],
    ["that is the secret in a form", encodeURIComponent(secret)],
    ["that is the signature", `v1,${signature}`],
    ["that is the signature without its version", signature],
    ["that is the signature in lower case", signature.toLowerCase()],
  ])("%s", (_, written) => {
    expect(firstLine(answerOf(`A ${written} Z`), hide)).toBe("A … Z");
  });

  test("where its end was cut off, in another case too", () => {
    expect(firstLine(answerOf(`A ${value.toUpperCase().slice(0, 7)}`, {}, true), hide)).toBe("A …");
  });

  test("and a character that is longer in lower case moves nothing", () => {
    expect(firstLine(answerOf("\u0130\u0130 tQ8 40712 Z\u0130"), hide)).toBe("\u0130\u0130 tQ8 … Z\u0130");
  });
});

describe("a media type", () => {
  const hidden = hiding({ a: "pin-9Zx2", b: "Pin;7Kq", c: "application/json" }, []);
  test.each([
    ["", "no media type"],
    ["; charset=utf-8", "no media type"],
    ["Application/JSON; charset=utf-8", "application/json"],
    ["x/pin-9Zx2", "x/…"],
    ["x/PIN-9ZX2; a=b", "x/…"],
    ["x/Pin;7Kq; a=b", "x/…"],
  ])("%j is shown as %j", (type, shown) => {
    expect(describeAnswer(answerOf("", { "content-type": type }), 1, hidden)).toBe(`400 in 1 ms, ${shown}, 0 bytes`);
  });
});
