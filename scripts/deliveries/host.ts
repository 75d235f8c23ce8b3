import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";
import { UnusableInput } from "../unusable.ts";

/** An address of a host, as a connection takes it. */
export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Where deliveries go. */
export interface Target {
  readonly url: URL;
  /** The URL for reports. */
  readonly shown: string;
  /** The host's name or address, without the brackets of IPv6. */
  readonly host: string;
  /** The addresses that the host was found to have; connections go to one of these. */
  readonly addresses: readonly Address[];
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Whether an address is one of this machine's own: 127.0.0.0/8, also mapped into IPv6, or ::1. */
export function isLoopback({ address, family }: Address): boolean {
  return isIP(address) !== 0 && loopback.check(address, family === 4 ? "ipv4" : "ipv6");
}

/**
 * Reads the URL that a person wrote.
 * @throws UnusableInput where the text is no URL that a webhook can be sent to; it is not repeated
 */
export function toUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UnusableInput("--to takes a URL with http: or https:, such as http://localhost:3000/webhooks.");
  if (url.username !== "" || url.password !== "")
    throw new UnusableInput("--to takes a URL without a user name and a password: leave out what stands before @.");
  return url;
}

/** A URL for reports: what stands behind `?` can be a credential. */
export function showUrl({ origin, pathname, search }: URL): string {
  return `${origin}${pathname}${search === "" ? "" : "?…"}`;
}

/** @throws UnusableInput where the name is not known */
async function resolve(host: string): Promise<Address[]> {
  const family = isIP(host);
  if (family === 4 || family === 6) return [{ address: host, family }];
  const found = await lookup(host, { all: true }).catch(() => []);
  if (found.length === 0) throw new UnusableInput(`The host ${host} has no address: check the name in --to.`);
  return found.map(({ address, family: kind }) => ({ address, family: kind === 6 ? 6 : 4 }));
}

/**
 * Finds out where deliveries go. Nothing is connected.
 * @param allowRemote whether hosts other than this machine may get them
 * @throws UnusableInput where the host has no address, or one that is not this machine's
 */
export async function findTarget(url: URL, allowRemote: boolean): Promise<Target> {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const addresses = await resolve(host);
  if (!allowRemote && !addresses.every(isLoopback))
    throw new UnusableInput(`The host ${host} is not this machine: --allow-remote sends to it all the same.`);
  return { url, host, addresses, shown: showUrl(url) };
}
