/** A real headless browser for the pages of the service. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const program = process.env['CHROMIUM_BIN'] ?? '/usr/bin/chromium';
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `describe` for tests that need a browser: skipped by name where it is absent, a failure under REQUIRE_CHROMIUM=1. */
export function describeWithChromium(name: string, tests: () => void): void {
  if (existsSync(program)) {
    describe(name, tests);
    return;
  }
  const wayOut = 'apt-get install -y --no-install-recommends chromium, or CHROMIUM_BIN';
  if (process.env['REQUIRE_CHROMIUM'] === '1') {
    test(name, () => {
      throw new Error(`chromium must be installed: ${wayOut}`);
    });
    return;
  }
  process.stderr.write(`SKIPPED "${name}": chromium is not installed (${wayOut})\n`);
  describe.skip(name, tests);
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: program, args: quiet, timeout: 30_000 });
}
