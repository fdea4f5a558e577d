import type { At } from './at';
import { itemOf, refOf } from './item';
import { References } from './references';
import type { Report, Rule } from './rule';
import { rulesFor } from './rules';
import type { Finding, Item, LintObject, LintOptions, LintReport, Source, Waived } from './types';
import { type Waivers, waiversOf } from './waived';

/**
 * Checks a whole set of manifests against every rule of the catalogue. Pure: no clock, no file, no network.
 *
 * References are resolved among the objects given, so give all that are applied together.
 */
export function lint(objects: readonly LintObject[], options: LintOptions = {}): LintReport {
  const unknownKinds = new Map<string, number>();
  const items: Item[] = [];
  for (const object of objects) {
    const item = itemOf(object);
    if (typeof item === 'object') items.push(item);
    else unknownKinds.set(item ?? '(no kind)', (unknownKinds.get(item ?? '(no kind)') ?? 0) + 1);
  }
  const run = new Run(new References(items, options));
  for (const item of items) run.check(item);
  const rank = { error: 0, warning: 1 };
  const findings = run.findings.sort((a, b) => rank[a.severity] - rank[b.severity]); // a stable sort: the order of the objects stays
  return { findings, waived: run.waived, objects: objects.length, unknownKinds };
}

/** One pass over all objects. */
class Run {
  readonly findings: Finding[] = [];
  readonly waived: Waived[] = [];
  private readonly waivers = new Map<Item, Waivers>();
  private rule: Rule | undefined;
  private item: Item | undefined;

  constructor(private readonly references: References) {}

  check(item: Item): void {
    this.item = item;
    for (const rule of rulesFor(item.kind)) {
      this.rule = rule;
      rule.check(item, this.references, this.report);
    }
  }

  /** One function for all checks: a fleet has millions of them, and nearly none reports. */
  private readonly report: Report = (at, came, detail = {}) => {
    const { rule, references } = this;
    const owner = references.owner(at) ?? this.item;
    if (!rule || !owner) return;
    const practice = (rule.practice || detail.practice) && !references.strict;
    const finding: Finding = {
      rule: rule.id,
      name: rule.name,
      severity: practice ? 'warning' : (detail.severity ?? rule.severity ?? 'error'),
      object: refOf(owner),
      path: at.path,
      message: `${rule.holds}, got ${came}`,
      fix: detail.fix ?? rule.fix,
      source: sourceOf(owner, at),
    };
    const waiver = this.waiversOf(owner).get(rule.id);
    if (waiver) this.waived.push({ ...finding, ...waiver });
    else this.findings.push(finding);
  };

  private waiversOf(item: Item): Waivers {
    const known = this.waivers.get(item) ?? waiversOf(item, this.references.options.today);
    this.waivers.set(item, known);
    return known;
  }
}

/** The file is looked up when somebody reads it: for a construct that means reading a stack. */
function sourceOf({ source }: Item, at: At): Source {
  const line = source.lineOf?.(at.steps) ?? source.line;
  return {
    get file() {
      return source.file;
    },
    ...(line === undefined ? {} : { line }),
    ...(source.constructPath === undefined ? {} : { constructPath: source.constructPath }),
  };
}
