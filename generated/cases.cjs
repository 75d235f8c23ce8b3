// Generated from schemas/; do not edit.
"use strict";

const { PortOutCredentialsIssuedEvent } = require("./index.cjs");

const cases = [
[PortOutCredentialsIssuedEvent, [
["", 1],
["/object"],
["/id"],
["/data"],
["/datacontenttype"],
["/project"],
["/source"],
["/specversion"],
["/time"],
["/type"],
["/version"],
["/object", 1],
["/id", 1],
["/id", ""],
["/data/object"],
["/data", null],
["/datacontenttype", 1],
["/project", 1],
["/source", 1],
["/source", ""],
["/specversion", 1],
["/time", 1],
["/time", ""],
["/version", 1],
["/data/accountNumber"],
["/data/accountPin"],
["/data/subscription"],
["/data/expiresAt"],
["/data/object", 1],
["/data/accountNumber", 1],
["/data/accountPin", 1],
["/data/subscription", 1],
["/data/expiresAt", 1],
["/data/expiresAt", ""],
]],
];

module.exports = { cases };
