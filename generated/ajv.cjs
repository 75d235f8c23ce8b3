// Generated from schemas/; do not edit.
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: !0 });
}, __copyProps = (to, from, except, desc) => {
  if (from && typeof from == "object" || typeof from == "function")
    for (let key of __getOwnPropNames(from))
      !__hasOwnProp.call(to, key) && key !== except && __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: !0 }), mod);

// source:ajv/dist/runtime/ucs2length
var require_ucs2length = __commonJS({
  "source:ajv/dist/runtime/ucs2length"(exports2) {
    "use strict";
    Object.defineProperty(exports2, "__esModule", { value: !0 });
    function ucs2length(str) {
      let len = str.length, length = 0, pos = 0, value;
      for (; pos < len; )
        length++, value = str.charCodeAt(pos++), value >= 55296 && value <= 56319 && pos < len && (value = str.charCodeAt(pos), (value & 64512) === 56320 && pos++);
      return length;
    }
    exports2.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// source:events
var events_exports = {};
__export(events_exports, {
  PortOutCredentialsIssuedEvent: () => event0
});
module.exports = __toCommonJS(events_exports);

// source:schemas
var func0 = Object.prototype.hasOwnProperty, func12 = require_ucs2length().default, formats0 = /^[A-Za-z][+\-.0-9A-Za-z]*:(?:\x2f{2}(?:(?:[!\x24&-.0-9;=A-Z_a-z~]|%[0-9A-Fa-f]{2})[!\x24&-.0-9;=A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-.0-9;=A-Z_a-z~]*)*|(?:[!\x24&-.0-;=A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-.0-;=A-Z_a-z~]*)*@)?\[(?:(?:[0-9A-Fa-f]{1,4}:){6}(?:(?:[0-9A-Fa-f]{1,4})?:[0-9A-Fa-f]{1,4}|(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])[.]){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]))|(?:::(?:[0-9A-Fa-f]{1,4}:){0,5}|[0-9A-Fa-f]{1,4}::(?:[0-9A-Fa-f]{1,4}:){0,4}|(?:[0-9A-Fa-f]{1,4}:){2}:(?:[0-9A-Fa-f]{1,4}:){0,3}|(?:[0-9A-Fa-f]{1,4}:){3}:(?:[0-9A-Fa-f]{1,4}:){0,2}|(?:[0-9A-Fa-f]{1,4}:){4}:(?:[0-9A-Fa-f]{1,4}:)?|(?:[0-9A-Fa-f]{1,4}:){5}:)(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4})?|(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])[.]){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]))|(?:(?:[0-9A-Fa-f]{1,4}:){1,7}|:):)\]|[!\x24&-.0-;=A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-.0-;=A-Z_a-z~]*)*@(?:[!\x24&-.0-9;=A-Z_a-z~]|%[0-9A-Fa-f]{2})[!\x24&-.0-9;=A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-.0-9;=A-Z_a-z~]*)*)(?::[0-9]{1,5})?(?:\x2f[!\x24&-;=@A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=@A-Z_a-z~]*)*)?|\x2f?(?:[!\x24&-.0-;=@A-Z_a-z~]|%[0-9A-Fa-f]{2})[!\x24&-;=@A-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=@A-Z_a-z~]*)*|\x2f?)(?:[?][!\x24&-;=?-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=?-Z_a-z~]*)*)?(?:#[!\x24&-;=?-Z_a-z~]*(?:%[0-9A-Fa-f]{2}[!\x24&-;=?-Z_a-z~]*)*)?$/u, formats2 = /^(?:(?:[1-9][0-9]{3}|0(?:[1-9][0-9]{2}|0(?:[1-9][0-9]|0[1-9])))-(?:(?:0[1-9]|1[0-2])-(?:[01][1-9]|10|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}(?:[.][0-9]{1,9})?(?:Z|[+\-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/u;
function validate1(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0, _errs0 = errors;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.object === void 0 || !func0.call(data, "object")) && (missing0 = "object") || (data.id === void 0 || !func0.call(data, "id")) && (missing0 = "id") || (data.data === void 0 || !func0.call(data, "data")) && (missing0 = "data") || (data.datacontenttype === void 0 || !func0.call(data, "datacontenttype")) && (missing0 = "datacontenttype") || (data.project === void 0 || !func0.call(data, "project")) && (missing0 = "project") || (data.source === void 0 || !func0.call(data, "source")) && (missing0 = "source") || (data.specversion === void 0 || !func0.call(data, "specversion")) && (missing0 = "specversion") || (data.time === void 0 || !func0.call(data, "time")) && (missing0 = "time") || (data.type === void 0 || !func0.call(data, "type")) && (missing0 = "type") || (data.version === void 0 || !func0.call(data, "version")) && (missing0 = "version"))
        return validate1.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.object !== void 0 && func0.call(data, "object")) {
        let data0 = data.object, _errs1 = errors;
        if (typeof data0 != "string")
          return validate1.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        let _errs2 = errors;
        if (data0 !== "event")
          return validate1.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/const", keyword: "const", params: { allowedValue: "event" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.id !== void 0 && func0.call(data, "id")) {
          let data1 = data.id, _errs3 = errors, _errs4 = errors;
          if (errors === _errs3)
            if (typeof data1 == "string") {
              if (func12(data1) < 1)
                return validate1.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate1.errors = [{ instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.data !== void 0 && func0.call(data, "data")) {
            let data2 = data.data, _errs5 = errors;
            if (!(data2 && typeof data2 == "object" && !Array.isArray(data2)))
              return validate1.errors = [{ instancePath: instancePath + "/data", schemaPath: "#/properties/data/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
            let _errs6 = errors;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.datacontenttype !== void 0 && func0.call(data, "datacontenttype")) {
              let data3 = data.datacontenttype, _errs7 = errors;
              if (typeof data3 != "string")
                return validate1.errors = [{ instancePath: instancePath + "/datacontenttype", schemaPath: "#/properties/datacontenttype/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              let _errs8 = errors;
              var valid0 = _errs7 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.project !== void 0 && func0.call(data, "project")) {
                let data4 = data.project, _errs9 = errors;
                if (typeof data4 != "string")
                  return validate1.errors = [{ instancePath: instancePath + "/project", schemaPath: "#/properties/project/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                let _errs10 = errors;
                var valid0 = _errs9 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.source !== void 0 && func0.call(data, "source")) {
                  let data5 = data.source, _errs11 = errors, _errs12 = errors;
                  if (errors === _errs11 && (typeof data5 == "number" && isFinite(data5), errors === _errs11))
                    if (typeof data5 == "string") {
                      if (!formats0.test(data5))
                        return validate1.errors = [{ instancePath: instancePath + "/source", schemaPath: "#/properties/source/format", keyword: "format", params: { format: "uri" }, message: 'must match format "uri"' }], !1;
                    } else
                      return validate1.errors = [{ instancePath: instancePath + "/source", schemaPath: "#/properties/source/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs11 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.specversion !== void 0 && func0.call(data, "specversion")) {
                    let data6 = data.specversion, _errs13 = errors;
                    if (typeof data6 != "string")
                      return validate1.errors = [{ instancePath: instancePath + "/specversion", schemaPath: "#/properties/specversion/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    let _errs14 = errors;
                    if (data6 !== "1.0")
                      return validate1.errors = [{ instancePath: instancePath + "/specversion", schemaPath: "#/properties/specversion/const", keyword: "const", params: { allowedValue: "1.0" }, message: "must be equal to constant" }], !1;
                    var valid0 = _errs13 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0) {
                    if (data.time !== void 0 && func0.call(data, "time")) {
                      let data7 = data.time, _errs15 = errors, _errs16 = errors;
                      if (errors === _errs15 && (typeof data7 == "number" && isFinite(data7), errors === _errs15))
                        if (typeof data7 == "string") {
                          if (!formats2.test(data7))
                            return validate1.errors = [{ instancePath: instancePath + "/time", schemaPath: "#/properties/time/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }], !1;
                        } else
                          return validate1.errors = [{ instancePath: instancePath + "/time", schemaPath: "#/properties/time/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                      var valid0 = _errs15 === errors;
                    } else
                      var valid0 = !0;
                    if (valid0) {
                      if (data.type !== void 0 && func0.call(data, "type")) {
                        let data8 = data.type, _errs17 = errors, _errs18 = errors;
                        if (errors === _errs17)
                          if (typeof data8 == "string") {
                            if (func12(data8) < 1)
                              return validate1.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                          } else
                            return validate1.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                        var valid0 = _errs17 === errors;
                      } else
                        var valid0 = !0;
                      if (valid0)
                        if (data.version !== void 0 && func0.call(data, "version")) {
                          let data9 = data.version, _errs19 = errors;
                          if (typeof data9 != "string")
                            return validate1.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                          let _errs20 = errors;
                          var valid0 = _errs19 === errors;
                        } else
                          var valid0 = !0;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else
      return validate1.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate1.errors = vErrors, errors === 0;
}
var schema2 = { type: "object", required: ["object", "accountNumber", "accountPin", "subscription", "expiresAt"], properties: { object: { type: "string", const: "portOutCredentials" }, accountNumber: { type: "string" }, accountPin: { type: ["string", "null"] }, subscription: { type: "string" }, expiresAt: { type: "string", format: "date-time" } } };
function validate3(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0, _errs0 = errors;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.object === void 0 || !func0.call(data, "object")) && (missing0 = "object") || (data.accountNumber === void 0 || !func0.call(data, "accountNumber")) && (missing0 = "accountNumber") || (data.accountPin === void 0 || !func0.call(data, "accountPin")) && (missing0 = "accountPin") || (data.subscription === void 0 || !func0.call(data, "subscription")) && (missing0 = "subscription") || (data.expiresAt === void 0 || !func0.call(data, "expiresAt")) && (missing0 = "expiresAt"))
        return validate3.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      if (data.object !== void 0 && func0.call(data, "object")) {
        let data0 = data.object, _errs1 = errors;
        if (typeof data0 != "string")
          return validate3.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        let _errs2 = errors;
        if (data0 !== "portOutCredentials")
          return validate3.errors = [{ instancePath: instancePath + "/object", schemaPath: "#/properties/object/const", keyword: "const", params: { allowedValue: "portOutCredentials" }, message: "must be equal to constant" }], !1;
        var valid0 = _errs1 === errors;
      } else
        var valid0 = !0;
      if (valid0) {
        if (data.accountNumber !== void 0 && func0.call(data, "accountNumber")) {
          let data1 = data.accountNumber, _errs3 = errors;
          if (typeof data1 != "string")
            return validate3.errors = [{ instancePath: instancePath + "/accountNumber", schemaPath: "#/properties/accountNumber/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
          let _errs4 = errors;
          var valid0 = _errs3 === errors;
        } else
          var valid0 = !0;
        if (valid0) {
          if (data.accountPin !== void 0 && func0.call(data, "accountPin")) {
            let data2 = data.accountPin, _errs5 = errors;
            if (typeof data2 != "string" && data2 !== null)
              return validate3.errors = [{ instancePath: instancePath + "/accountPin", schemaPath: "#/properties/accountPin/type", keyword: "type", params: { type: schema2.properties.accountPin.type }, message: "must be string,null" }], !1;
            let _errs6 = errors;
            var valid0 = _errs5 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.subscription !== void 0 && func0.call(data, "subscription")) {
              let data3 = data.subscription, _errs7 = errors;
              if (typeof data3 != "string")
                return validate3.errors = [{ instancePath: instancePath + "/subscription", schemaPath: "#/properties/subscription/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              let _errs8 = errors;
              var valid0 = _errs7 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.expiresAt !== void 0 && func0.call(data, "expiresAt")) {
                let data4 = data.expiresAt, _errs9 = errors, _errs10 = errors;
                if (errors === _errs9 && (typeof data4 == "number" && isFinite(data4), errors === _errs9))
                  if (typeof data4 == "string") {
                    if (!formats2.test(data4))
                      return validate3.errors = [{ instancePath: instancePath + "/expiresAt", schemaPath: "#/properties/expiresAt/format", keyword: "format", params: { format: "date-time" }, message: 'must match format "date-time"' }], !1;
                  } else
                    return validate3.errors = [{ instancePath: instancePath + "/expiresAt", schemaPath: "#/properties/expiresAt/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs9 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate3.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate3.errors = vErrors, errors === 0;
}
function validate0(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0, _errs0 = errors, _errs1 = errors;
  validate1(data, { instancePath, parentData, parentDataProperty, rootData }) || (vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors), errors = vErrors.length);
  var valid0 = _errs1 === errors;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.data !== void 0 && func0.call(data, "data")) {
        let data0 = data.data, _errs2 = errors;
        validate3(data0, { instancePath: instancePath + "/data", parentData: data, parentDataProperty: "data", rootData }) || (vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors), errors = vErrors.length);
        var valid1 = _errs2 === errors;
      } else
        var valid1 = !0;
      if (valid1)
        if (data.type !== void 0 && func0.call(data, "type")) {
          let data1 = data.type, _errs3 = errors;
          if (data1 !== "com.gigs.portOutCredentials.issued")
            return validate0.errors = [{ instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "com.gigs.portOutCredentials.issued" }, message: "must be equal to constant" }], !1;
          var valid1 = _errs3 === errors;
        } else
          var valid1 = !0;
    } else
      return validate0.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate0.errors = vErrors, errors === 0;
}
var event0 = validate0;
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  PortOutCredentialsIssuedEvent
});
