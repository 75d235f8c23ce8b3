// Generated from schemas/; do not edit.

/** What has the format date-time. */
const dateTimePattern = /^(?:(?:[1-9][0-9]{3}|0(?:[1-9][0-9]{2}|0(?:[1-9][0-9]|0[1-9])))-(?:(?:0[1-9]|1[0-2])-(?:[01][1-9]|10|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}(?:[.][0-9]{1,9})?(?:Z|[+\-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/u;

/** What a date-time must be. */
const dateTimeWords = "an RFC 3339 date-time with a time zone (upper-case T and Z, from year 0001, no :60, at most 9 decimals), such as 2022-02-21T19:38:34Z";

/** A character that no date-time has. */
const dateTimeOutside = "[^0-9TZ:.+\\-]";

/** What has the format uri. */
const uriPattern = /^[A-Za-z][+\-.0-9A-Za-z]*:(?:\x2f{2}(?:(?:[!\x24&-.0-9;=A-Z_a-z~]|%[0-9A-Fa-f]{2})[!\x24&-.0-9;=A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-.0-9;=A-Z_a-z~]*)*|(?:[!\x24&-.0-;=A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-.0-;=A-Z_a-z~]*)*@)?\[(?:(?:[0-9A-Fa-f]{1,4}:){6}(?:(?:[0-9A-Fa-f]{1,4})?:[0-9A-Fa-f]{1,4}|(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])[.]){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]))|(?:::(?:[0-9A-Fa-f]{1,4}:){0,5}|[0-9A-Fa-f]{1,4}::(?:[0-9A-Fa-f]{1,4}:){0,4}|(?:[0-9A-Fa-f]{1,4}:){2}:(?:[0-9A-Fa-f]{1,4}:){0,3}|(?:[0-9A-Fa-f]{1,4}:){3}:(?:[0-9A-Fa-f]{1,4}:){0,2}|(?:[0-9A-Fa-f]{1,4}:){4}:(?:[0-9A-Fa-f]{1,4}:)?|(?:[0-9A-Fa-f]{1,4}:){5}:)(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4})?|(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])[.]){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]))|(?:(?:[0-9A-Fa-f]{1,4}:){1,7}|:):)\]|[!\x24&-.0-;=A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-.0-;=A-Z_a-z~]*)*@(?:[!\x24&-.0-9;=A-Z_a-z~]|%[0-9A-Fa-f]{2})[!\x24&-.0-9;=A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-.0-9;=A-Z_a-z~]*)*)(?::[0-9]{1,5})?(?:\x2f[!\x24&-;=@A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=@A-Z_a-z~]*)*)?|\x2f?(?:[!\x24&-.0-;=@A-Z_a-z~]|%[0-9A-Fa-f]{2})[!\x24&-;=@A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=@A-Z_a-z~]*)*|\x2f?)(?:[?][!\x24&-;=?-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=?-Z_a-z~]*)*)?(?:#[!\x24&-;=?-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=?-Z_a-z~]*)*)?$/u;

/** What a uri must be. */
const uriWords = "an absolute URI (behind // a name or an IP address, and any port in 1 to 5 digits), such as https://api.gigs.com";

/** A character that no uri has. */
const uriOutside = "[^!#-;=?-Z\\[\\]_a-z~]";

export { dateTimePattern, dateTimeWords, dateTimeOutside, uriPattern, uriWords, uriOutside };
