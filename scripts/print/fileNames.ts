/** Names that Windows keeps for devices, whatever stands behind a dot (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])$/i;

/** Whether Windows takes a file of that name for a device: `con`, `NUL.js`, `com1.issued.json`. */
export function isDevice(name: string): boolean {
  return devices.test(name.split(".")[0]?.trimEnd() ?? "");
}

/**
 * What file systems compare of a name that ignore case, as those of Windows and macOS do, and ways to write one letter.
 * @returns the same for names that cannot both be in one folder everywhere
 */
export function sameFile(name: string): string {
  return name.normalize("NFD").toUpperCase().toLowerCase().normalize("NFD");
}
