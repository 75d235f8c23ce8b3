const gigs = require("gigs-events");
const event = require("gigs-events/events/com.gigs.portOutCredentials.issued");

const modules = ["./other.js", "./example.js", "./runtime.js", "./suite.js"];
Promise.all(modules.map((name) => import(name))).then(([other, { default: text }, { runtime }, { suite }]) => {
  console.log(JSON.stringify({ runtime, checks: suite({ gigs, event, other, text }) }));
});
