// The shapes of a sender's own catalogue: types, verdicts and the pointers of what is wrong.
import { describe, expect, test } from "vitest";
import { shapes } from "./fixtures/shapes.ts";
import { buildSchemas, generatePackage } from "./support/build.ts";

const { files = [], diagnostics } = await buildSchemas(shapes);
const textOf = (path: string): string => files.find((one) => one.path === path)?.text ?? "";

/** A declaration in one line, without comments, imports and what follows it. */
const declared = (path: string): string =>
  textOf(path)
    .replaceAll(/\/\*\*.*?\*\//gs, " ")
    .replaceAll(/^(?:import|\/\/|export (?:declare|type \{)).*$/gm, "")
    .replaceAll(/\s+/g, " ")
    .trim();

test("nothing is wrong with them", () => {
  expect(diagnostics).toEqual([]);
});

test.each([
  ["an event without data of its own", "events/t.ping", 'export interface PingEvent { id: string; type: "t.ping"; }'],
  [
    "an event with an actor",
    "events/t.actor",
    'export interface ActorEvent { id: string; type: "t.actor"; actor: Actor; }',
  ],
  [
    "an actor of four shapes",
    "objects/Actor",
    "export type Actor = UserActor | KeyActor | SystemActor | SupportActor;",
  ],
  [
    "one of the shapes",
    "objects/UserActor",
    'export interface UserActor { type: "user"; id: string; email?: string | null; }',
  ],
  ["a shape of nothing else", "objects/SystemActor", 'export interface SystemActor { type: "system"; }'],
  [
    "an update with what it was before",
    "events/t.sim.updated",
    'export interface SimUpdatedEvent { id: string; type: "t.sim.updated"; data: Sim; previousData?: Partial<Sim>; }',
  ],
  [
    "open enums, an expandable reference and money",
    "objects/Sim",
    'export interface Sim { id: string; status: "active" | "inactive" | (string & {}); ' +
      'region?: "eu" | "us" | (string & {}) | null; plan: string | Plan; fee: Money; limit?: Money; }',
  ],
  [
    "lists of objects, money and money or null",
    "objects/Invoice",
    "export interface Invoice { lines: { sims: Sim[]; net: Money; }[]; total: Money; discount: Money | null; }",
  ],
  ["money", "objects/Money", "export interface Money { amount: number; currency: string; }"],
  ["what holds money", "objects/Plan", "export interface Plan { id: string; price: Money; }"],
])("the type of %s", (_, path, want) => {
  expect([declared(`${path}.d.ts`), declared(`${path}.d.cts`)]).toEqual([want, want]);
});

test("what is a preview is marked in the types, and nowhere else", () => {
  const marked = files.filter(({ text }) => text.includes("@beta")).map(({ path }) => path);
  expect(marked).toEqual(["events/t.invoice.d.cts", "events/t.invoice.d.ts", "objects/Sim.d.cts", "objects/Sim.d.ts"]);
  expect(textOf("events/t.invoice.d.ts")).toMatch(/ \* @beta\n \*\/\nexport interface InvoiceEvent/);
  expect(textOf("objects/Sim.d.ts")).toMatch(/ {3}\* @beta\n {3}\*\/\n {2}limit\?: Money;/);
  expect(files.filter(({ text }) => /x-(?:stability|open|partial)|"preview"/.test(text))).toEqual([]);
});

test("money is written once, whatever holds it", () => {
  const written = files.filter(({ path, text }) => /^(?:events|objects)\/.*\.js$/.test(path) && text.includes("[A-Z]"));
  expect(written.map(({ path }) => path)).toEqual(["objects/Money.js"]);
});

const money = { amount: 1, currency: "USD" };
const sim = { id: "s", status: "lost", region: null, plan: { id: "p", price: money }, fee: money };

describe("verdicts:", () => {
  test.each<[string, object, string[]]>([
    ["t.ping", {}, []],
    ["t.ping", { data: 1 }, []],
    ["t.actor", { actor: { type: "user", id: "u", email: null } }, []],
    ["t.actor", { actor: { type: "system" } }, []],
    ["t.actor", { actor: { type: "user" } }, ["/actor/id"]],
    ["t.actor", { actor: { type: "robot" } }, ["/actor/type"]],
    ["t.sim.updated", { data: sim }, []],
    ["t.sim.updated", { data: { ...sim, plan: "p" }, previousData: { plan: "q", region: "mars" } }, []],
    ["t.sim.updated", { data: { ...sim, status: null } }, ["/data/status"]],
    ["t.sim.updated", { data: sim, previousData: { plan: { id: "p" } } }, ["/previousData/plan/price"]],
    ["t.sim.updated", { data: sim, previousData: { fee: { amount: 1 } } }, ["/previousData/fee/currency"]],
    ["t.invoice", { data: { lines: [{ sims: [sim], net: money }], total: money, discount: null } }, []],
    [
      "t.invoice",
      { data: { lines: [{ sims: [sim, {}], net: money }], total: money, discount: money } },
      [
        "/data/lines/0/sims/1/id",
        "/data/lines/0/sims/1/status",
        "/data/lines/0/sims/1/plan",
        "/data/lines/0/sims/1/fee",
      ],
    ],
  ])("%s %j", async (type, own, pointers) => {
    const { GigsEvent } = (await import(`${await generatePackage(shapes)}/index.js`)) as {
      GigsEvent: { validate: (value: unknown) => { issues?: { pointer: string }[] } };
    };
    const { issues = [] } = GigsEvent.validate({ id: "e", type, ...own });
    expect(issues.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});
