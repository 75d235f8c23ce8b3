import { generateKeyPairSync, sign } from "node:crypto";

/** A value in DER (X.690). */
function der(tag: number, ...contents: readonly (string | Uint8Array)[]): Buffer {
  const content = Buffer.concat(contents.map((one) => (typeof one === "string" ? Buffer.from(one, "latin1") : one)));
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}

const [integer, bits, oid, utf8, sequence, set, utcTime] = [0x02, 0x03, 0x06, 0x0c, 0x30, 0x31, 0x17];

/** Makes a key and a certificate that it signs itself, for "localhost": nobody vouches for it. */
export function makeCertificate(): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = der(sequence, der(oid, Buffer.from("2a8648ce3d040302", "hex")));
  const name = der(sequence, der(set, der(sequence, der(oid, Buffer.from("550403", "hex")), der(utf8, "localhost"))));
  const validity = der(sequence, der(utcTime, "200101000000Z"), der(utcTime, "490101000000Z"));
  const key = publicKey.export({ type: "spki", format: "der" });
  const content = der(sequence, der(integer, Buffer.from([1])), algorithm, name, validity, name, key);
  const signature = sign("sha256", content, privateKey);
  const certificate = der(sequence, content, algorithm, der(bits, Buffer.from([0]), signature));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64")}\n-----END CERTIFICATE-----\n`,
  };
}
