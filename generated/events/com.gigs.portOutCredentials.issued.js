// Generated from schemas/events/com.gigs.portOutCredentials.issued.schema.json; do not edit.
import { companion } from "../runtime.js";

const dateTime = /^(?:[1-9][0-9]{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[1-9][0-9](?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)-02-29)T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:[.][0-9]{1,9})?(?:Z|[+\-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/;
const uri = /^[A-Za-z][+\-.0-9A-Za-z]*:(?:\/\/(?:[!\x24&-.0-9;=A-Z_a-z~]|%[0-9A-Fa-f]{2})[!\x24&-.0-9;=A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-.0-9;=A-Z_a-z~]*)*(?::[0-9]{1,5})?(?:\/[!\x24&-;=@A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=@A-Z_a-z~]*)*)?|\/?(?:[!\x24&-.0-;=@A-Z_a-z~]|%[0-9A-Fa-f]{2})[!\x24&-;=@A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=@A-Z_a-z~]*)*|\/?)(?:[?][!\x24&-;=?-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=?-Z_a-z~]*)*)?(?:#[!\x24&-;=?-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=?-Z_a-z~]*)*)?$/;

/** Whether a value is a PortOutCredentialsIssuedEvent; stops at the first broken rule. */
function accepts(event) {
  if (event && typeof event == "object" && !Array.isArray(event)) {
    if (event.object === undefined) return false;
    if (event.id === undefined) return false;
    if (event.data === undefined) return false;
    if (event.datacontenttype === undefined) return false;
    if (event.project === undefined) return false;
    if (event.source === undefined) return false;
    if (event.specversion === undefined) return false;
    if (event.time === undefined) return false;
    if (event.type === undefined) return false;
    if (event.version === undefined) return false;
    if (event.object !== undefined) {
      if ("event" !== event.object) return false;
    }
    if (event.id !== undefined) {
      let id = event.id;
      if (typeof id === "string") {
        if (id.length < 1) return false;
      } else {
        return false;
      }
    }
    if (event.data !== undefined) {
      let data = event.data;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.object === undefined) return false;
        if (data.accountNumber === undefined) return false;
        if (data.accountPin === undefined) return false;
        if (data.subscription === undefined) return false;
        if (data.expiresAt === undefined) return false;
        if (data.object !== undefined) {
          if ("portOutCredentials" !== data.object) return false;
        }
        if (data.accountNumber !== undefined) {
          if (typeof data.accountNumber !== "string") return false;
        }
        if (data.accountPin !== undefined) {
          let accountPin = data.accountPin;
          if (typeof accountPin !== "string" && accountPin !== null) return false;
        }
        if (data.subscription !== undefined) {
          if (typeof data.subscription !== "string") return false;
        }
        if (data.expiresAt !== undefined) {
          let expiresAt = data.expiresAt;
          if (typeof expiresAt === "string") {
            if (!dateTime.test(expiresAt)) return false;
          } else {
            return false;
          }
        }
      } else {
        return false;
      }
    }
    if (event.datacontenttype !== undefined) {
      if (typeof event.datacontenttype !== "string") return false;
    }
    if (event.project !== undefined) {
      if (typeof event.project !== "string") return false;
    }
    if (event.source !== undefined) {
      let source = event.source;
      if (typeof source === "string") {
        if (!uri.test(source)) return false;
      } else {
        return false;
      }
    }
    if (event.specversion !== undefined) {
      if ("1.0" !== event.specversion) return false;
    }
    if (event.time !== undefined) {
      let time = event.time;
      if (typeof time === "string") {
        if (!dateTime.test(time)) return false;
      } else {
        return false;
      }
    }
    if (event.type !== undefined) {
      if ("com.gigs.portOutCredentials.issued" !== event.type) return false;
    }
    if (event.version !== undefined) {
      if (typeof event.version !== "string") return false;
    }
  } else {
    return false;
  }
  return true;
}

/** Reports every broken rule of a value that `accepts` refused. */
function explain(event, report) {
  if (event && typeof event == "object" && !Array.isArray(event)) {
    if (event.object === undefined) {
      report("/object", "required", "must be present");
    }
    if (event.id === undefined) {
      report("/id", "required", "must be present");
    }
    if (event.data === undefined) {
      report("/data", "required", "must be present");
    }
    if (event.datacontenttype === undefined) {
      report("/datacontenttype", "required", "must be present");
    }
    if (event.project === undefined) {
      report("/project", "required", "must be present");
    }
    if (event.source === undefined) {
      report("/source", "required", "must be present");
    }
    if (event.specversion === undefined) {
      report("/specversion", "required", "must be present");
    }
    if (event.time === undefined) {
      report("/time", "required", "must be present");
    }
    if (event.type === undefined) {
      report("/type", "required", "must be present");
    }
    if (event.version === undefined) {
      report("/version", "required", "must be present");
    }
    if (event.object !== undefined) {
      if ("event" !== event.object) {
        report("/object", "const", 'must be "event"');
      }
    }
    if (event.id !== undefined) {
      let id = event.id;
      if (typeof id === "string") {
        if (id.length < 1) {
          report("/id", "minLength", "must not be empty");
        }
      } else {
        report("/id", "type", "must be a string");
      }
    }
    if (event.data !== undefined) {
      let data = event.data;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.object === undefined) {
          report("/data/object", "required", "must be present");
        }
        if (data.accountNumber === undefined) {
          report("/data/accountNumber", "required", "must be present");
        }
        if (data.accountPin === undefined) {
          report("/data/accountPin", "required", "must be present");
        }
        if (data.subscription === undefined) {
          report("/data/subscription", "required", "must be present");
        }
        if (data.expiresAt === undefined) {
          report("/data/expiresAt", "required", "must be present");
        }
        if (data.object !== undefined) {
          if ("portOutCredentials" !== data.object) {
            report("/data/object", "const", 'must be "portOutCredentials"');
          }
        }
        if (data.accountNumber !== undefined) {
          if (typeof data.accountNumber !== "string") {
            report("/data/accountNumber", "type", "must be a string");
          }
        }
        if (data.accountPin !== undefined) {
          let accountPin = data.accountPin;
          if (typeof accountPin !== "string" && accountPin !== null) {
            report("/data/accountPin", "type", "must be a string or null");
          }
        }
        if (data.subscription !== undefined) {
          if (typeof data.subscription !== "string") {
            report("/data/subscription", "type", "must be a string");
          }
        }
        if (data.expiresAt !== undefined) {
          let expiresAt = data.expiresAt;
          if (typeof expiresAt === "string") {
            if (!dateTime.test(expiresAt)) {
              report("/data/expiresAt", "format", "must be an RFC 3339 date-time with a time zone, such as 2022-02-21T19:38:34Z");
            }
          } else {
            report("/data/expiresAt", "type", "must be a string");
          }
        }
      } else {
        report("/data", "type", "must be an object");
      }
    }
    if (event.datacontenttype !== undefined) {
      if (typeof event.datacontenttype !== "string") {
        report("/datacontenttype", "type", "must be a string");
      }
    }
    if (event.project !== undefined) {
      if (typeof event.project !== "string") {
        report("/project", "type", "must be a string");
      }
    }
    if (event.source !== undefined) {
      let source = event.source;
      if (typeof source === "string") {
        if (!uri.test(source)) {
          report("/source", "format", "must be an absolute URI, such as https://api.gigs.com");
        }
      } else {
        report("/source", "type", "must be a string");
      }
    }
    if (event.specversion !== undefined) {
      if ("1.0" !== event.specversion) {
        report("/specversion", "const", 'must be "1.0"');
      }
    }
    if (event.time !== undefined) {
      let time = event.time;
      if (typeof time === "string") {
        if (!dateTime.test(time)) {
          report("/time", "format", "must be an RFC 3339 date-time with a time zone, such as 2022-02-21T19:38:34Z");
        }
      } else {
        report("/time", "type", "must be a string");
      }
    }
    if (event.type !== undefined) {
      if ("com.gigs.portOutCredentials.issued" !== event.type) {
        report("/type", "const", 'must be "com.gigs.portOutCredentials.issued"');
      }
    }
    if (event.version !== undefined) {
      if (typeof event.version !== "string") {
        report("/version", "type", "must be a string");
      }
    }
  } else {
    report("", "type", "must be an object");
  }
}

const PortOutCredentialsIssuedEvent = /* @__PURE__ */ companion({
  vendor: "gigs-events",
  type: "com.gigs.portOutCredentials.issued",
  sensitive: ["/data/accountNumber", "/data/accountPin"],
  accepts,
  explain,
});

export { PortOutCredentialsIssuedEvent };
