// A browser resolves no package names: its files are named as they are installed.
import * as ajv from "./node_modules/gigs-events/ajv.js";
import * as event from "./node_modules/gigs-events/events/com.gigs.portOutCredentials.issued.js";
import * as gigs from "./node_modules/gigs-events/index.js";
import * as testing from "./node_modules/gigs-events/testing.js";
import * as webhook from "./node_modules/gigs-events/webhook.js";
import text from "./example.js";
import { strictness, suite } from "./suite.js";

// The user agent has the major version only.
const { fullVersionList } = await navigator.userAgentData.getHighEntropyValues(["fullVersionList"]);
const version = fullVersionList.find(({ brand }) => brand === "Chromium")?.version;
const checks = [strictness(), ...(await suite({ gigs, event, ajv, testing, webhook, text }))];
const report = { runtime: `Chromium ${version}`, checks };
await fetch("report", { method: "POST", body: JSON.stringify(report) });
