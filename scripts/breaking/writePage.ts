import { writeFile } from "node:fs/promises";
import { renderChangesPage } from "./page.ts";
import { changeRules } from "./rules.ts";

await writeFile(new URL("README.md", import.meta.url), renderChangesPage(changeRules));
