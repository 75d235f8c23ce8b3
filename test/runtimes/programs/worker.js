// Without a bundler there are no package names: the files are named as they are installed.
import * as ajv from "./node_modules/gigs-events/ajv.js";
import * as event from "./node_modules/gigs-events/events/com.gigs.portOutCredentials.issued.js";
import * as gigs from "./node_modules/gigs-events/index.js";
import * as testing from "./node_modules/gigs-events/testing.js";
import * as webhook from "./node_modules/gigs-events/webhook.js";
import text from "./example.js";
import { strictness, suite } from "./suite.js";

// When it loads, as the package's files do; what is forbidden then is forbidden to requests as well.
const strict = strictness();

export default {
  fetch: async () => Response.json([strict, ...(await suite({ gigs, event, ajv, testing, webhook, text }))]),
};
