import { writeFile } from "node:fs/promises";
import { formats } from "./formats.ts";
import { renderFormatsPage } from "./page.ts";

await writeFile(new URL("README.md", import.meta.url), renderFormatsPage(formats.values()));
