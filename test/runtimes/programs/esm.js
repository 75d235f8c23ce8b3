import * as gigs from "gigs-events";
import * as ajv from "gigs-events/ajv";
import * as event from "gigs-events/events/com.gigs.portOutCredentials.issued";
import * as testing from "gigs-events/testing";
import * as webhook from "gigs-events/webhook";
import text from "./example.js";
import { runtime } from "./runtime.js";
import { suite } from "./suite.js";

console.log(JSON.stringify({ runtime, checks: await suite({ gigs, event, ajv, testing, webhook, text }) }));
