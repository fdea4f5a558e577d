/** A bare cdk8s app that emits objects it is given: `node bare.js <objects.json> <folder>`. */
import { readFileSync } from 'node:fs';
import { ApiObject, type ApiObjectProps, App, Chart, YamlOutputType } from 'cdk8s';

const [input = '', outdir = 'dist'] = process.argv.slice(2);
const charts = JSON.parse(readFileSync(input, 'utf8')) as ApiObjectProps[][]; // written by fleet.ts, objects by chart
const app = new App({ outdir, yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE });
for (const [index, objects] of charts.entries()) {
  const chart = new Chart(app, `chart-${index}`);
  for (const [id, object] of objects.entries()) new ApiObject(chart, `object-${id}`, object);
}
app.synth();
