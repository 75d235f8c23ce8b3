import * as gigs from "gigs-events";
import * as ajv from "gigs-events/ajv";
import * as event from "gigs-events/events/com.gigs.portOutCredentials.issued";
import text from "./example.js";
import { runtime } from "./runtime.js";
import { suite } from "./suite.js";

console.log(JSON.stringify({ runtime, checks: suite({ gigs, event, ajv, text }) }));
