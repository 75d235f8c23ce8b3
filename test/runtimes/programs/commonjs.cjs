const gigs = require("gigs-events");
const ajv = require("gigs-events/ajv");
const event = require("gigs-events/events/com.gigs.portOutCredentials.issued");

const modules = ["./other.js", "./example.js", "./runtime.js", "./suite.js"];
Promise.all(modules.map((name) => import(name))).then(([other, { default: text }, { runtime }, { suite }]) => {
  console.log(JSON.stringify({ runtime, checks: suite({ gigs, event, ajv, other, text }) }));
});
