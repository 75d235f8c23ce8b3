const closed = "closed the connection before its answer was complete";
const untrusted =
  "has a certificate that nothing here vouches for: use http:, or name the certificate in NODE_EXTRA_CA_CERTS";
const noTls = "does not speak TLS: check the port, or use http:";
const noHttp = "answers with something that is not HTTP: check the port, and whether it is https:";

/** What an error of a connection means, in words that go on from the URL. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "refused the connection: start the receiver, or check the port",
  ECONNRESET: closed,
  EPIPE: closed,
  ETIMEDOUT: "cannot be reached: the connection took too long",
  EHOSTUNREACH: "cannot be reached from here",
  ENETUNREACH: "cannot be reached from here",
  EADDRNOTAVAIL: "cannot be reached from here",
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_HAS_EXPIRED: "has a certificate that has expired",
  CERT_NOT_YET_VALID: "has a certificate that is not valid yet",
  ERR_TLS_CERT_ALTNAME_INVALID: "has a certificate for another host name",
  // Versions of OpenSSL name it differently.
  EPROTO: noTls,
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
  ERR_SSL_RECORD_LAYER_FAILURE: noTls,
  HPE_HEADER_OVERFLOW: "answers with headers that are too long to be read",
};

/** Whether an error comes from a connection that there was. */
export function isOfConnection(error: unknown): boolean {
  return /^(?:ECONNRESET|EPIPE|HPE_.*)$/.test((error as NodeJS.ErrnoException).code ?? "");
}

/** Says why there is no answer. @returns words that go on from the URL; nothing that the other side wrote is in them */
export function reasonOf(error: unknown): string {
  const { code = "" } = error as NodeJS.ErrnoException;
  const known = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  if (known !== undefined) return known;
  if (code.startsWith("HPE_")) return noHttp;
  if (code.includes("SSL") || code.includes("TLS") || code.includes("CERT")) return `fails at TLS (${code})`;
  return `cannot be reached (${code === "" ? "no reason was given" : code})`;
}
