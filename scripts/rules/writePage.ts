import { writeFile } from "node:fs/promises";
import { renderRulesPage } from "./page.ts";
import { rules } from "./rules.ts";

await writeFile(new URL("README.md", import.meta.url), renderRulesPage(rules));
