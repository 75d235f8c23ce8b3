import { chmodSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Makes one folder for all temporary files of a run of the tests; what vitest calls at the end removes it. */
export default function createTemporary(): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "gigs-events-")));
  // Some tests run the command line as another user.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
