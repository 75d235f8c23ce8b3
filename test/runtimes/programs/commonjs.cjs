const gigs = require("gigs-events");
const ajv = require("gigs-events/ajv");
const testing = require("gigs-events/testing");
const webhook = require("gigs-events/webhook");
const event = require("gigs-events/events/com.gigs.portOutCredentials.issued");

const modules = ["./other.js", "./example.js", "./runtime.js", "./suite.js"];
Promise.all(modules.map((name) => import(name))).then(async ([other, { default: text }, { runtime }, { suite }]) => {
  console.log(JSON.stringify({ runtime, checks: await suite({ gigs, event, ajv, testing, webhook, other, text }) }));
});
