import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules } from './rules';
import type { Finding, LintReport, Waived } from './types';

/** A report in SARIF 2.1.0, which code hosts show beside the lines of a change. */
export function sarifOf({ findings, waived }: LintReport): object {
  const used = [...new Set([...findings, ...waived].map(({ rule }) => rule))].sort();
  const described = used.map((id) => {
    const rule = rules.find((one) => one.id === id);
    const name = rule?.name ?? findings.find((finding) => finding.rule === id)?.name ?? id;
    return {
      id,
      name,
      shortDescription: { text: rule?.holds ?? 'a file holds objects as YAML or JSON' },
      ...(rule ? { fullDescription: { text: rule.otherwise }, help: { text: rule.fix } } : {}),
      defaultConfiguration: { level: rule?.severity ?? 'error' },
    };
  });
  const index = new Map(used.map((id, position) => [id, position]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'bluecanary', rules: described } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...findings.map((finding) => result(finding, index.get(finding.rule) ?? 0)),
          ...waived.map((finding) => ({ ...result(finding, index.get(finding.rule) ?? 0), suppressions: [suppression(finding)] })),
        ],
      },
    ],
  };
}

function result({ rule, severity, object, path, message, fix, source }: Finding, ruleIndex: number) {
  const place = path === '' ? object : `${object} ${path}`;
  const physical =
    source.file === undefined
      ? {}
      : { physicalLocation: { artifactLocation: { uri: uriOf(source.file) }, region: { startLine: source.line ?? 1 } } };
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text: `${place}: ${message}; ${fix}` },
    locations: [{ ...physical, logicalLocations: [{ fullyQualifiedName: place, kind: 'object' }] }],
  };
}

function suppression({ reason, until }: Waived) {
  return { kind: 'inSource', status: 'accepted', justification: until === undefined ? reason : `${reason} (until ${until})` };
}

/** Paths of SARIF are URIs, relative ones below the folder of the run. */
function uriOf(file: string): string {
  const path = relative('.', file).split(sep).join('/');
  return path.startsWith('..') ? pathToFileURL(file).href : encodeURI(path);
}
