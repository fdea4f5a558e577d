/** Writes the objects of the reference releases as JSON, for the bare app: `node reference.js <objects.json>`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from '../../lib';

const [output = ''] = process.argv.slice(2);
const aside = mkdtempSync(join(tmpdir(), 'reference-'));
process.env['CDK8S_OUTDIR'] = join(aside, 'dist');
require('../../main');
const objects = App.latest?.render().objects ?? [];
writeFileSync(output, JSON.stringify([objects.map(({ manifest }) => manifest)]));
rmSync(aside, { recursive: true });
