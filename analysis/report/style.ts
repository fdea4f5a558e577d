/** The one stylesheet of all pages. Its colours have at least the contrast that WCAG AA asks for, in both themes. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --line: #dfe3e8; --text: #17202b; --quiet: #5b6775;
  --canary: #b45309; --stable: #1d5fd1; --pass: #15693a; --fail: #b3261e; --unsure: #5a4a9c;
  --pass-soft: #e3f3e9; --fail-soft: #fbe6e4; --unsure-soft: #eceaf7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10151c; --card: #18202a; --line: #2c3745; --text: #e7ecf2; --quiet: #9aa8b8;
    --canary: #f5b041; --stable: #6ea8ff; --pass: #6fd49a; --fail: #ff8a80; --unsure: #b9adf5;
    --pass-soft: #173325; --fail-soft: #3b1c1b; --unsure-soft: #262340;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
header.site, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
header.site { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; padding-top: 1rem; padding-bottom: .75rem; color: var(--quiet); }
header.site a.home { font-weight: 700; color: var(--text); text-decoration: none; }
main { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
footer { padding-top: 1.5rem; padding-bottom: 2.5rem; color: var(--quiet); font-size: .875rem; }
a { color: var(--stable); }
:focus-visible { outline: 3px solid var(--stable); outline-offset: 2px; border-radius: 4px; }
section, .hero { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1.1rem 1.35rem; }
h1 { margin: .6rem 0 .25rem; font-size: 1.6rem; line-height: 1.25; letter-spacing: -.01em; }
h2 { margin: 0 0 .6rem; font-size: 1.15rem; }
p { margin: .35rem 0; max-width: 70ch; }
.lead { font-size: 1.1rem; }
.hero { border-left-width: 8px; }
.hero.Pass { border-left-color: var(--pass); } .hero.Fail { border-left-color: var(--fail); }
.hero.Inconclusive { border-left: 8px dashed var(--unsure); }
.verdict { display: inline-flex; align-items: center; gap: .4em; padding: .12em .6em .12em .45em; border-radius: 99px; font-weight: 650; font-size: .875rem; white-space: nowrap; border: 1px solid transparent; }
.verdict svg { width: 1em; height: 1em; flex: none; }
.verdict.Pass { color: var(--pass); background: var(--pass-soft); } .verdict.Fail { color: var(--fail); background: var(--fail-soft); }
.verdict.Inconclusive { color: var(--unsure); background: var(--unsure-soft); border: 1px dashed var(--unsure); }
.hero .verdict { font-size: 1.05rem; }
dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: .6rem 1.25rem; margin: 1rem 0 0; }
dl.facts dt { color: var(--quiet); font-size: .8rem; }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
code, pre, .hash { font-family: ui-monospace, monospace; font-size: .875em; }
pre { margin: .3rem 0 1rem; padding: .7rem .9rem; background: var(--page); border: 1px solid var(--line); border-radius: 8px; overflow-x: auto; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .925rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--quiet); font-size: .875rem; padding-bottom: .4rem; }
th, td { padding: .42rem .6rem; text-align: right; border-top: 1px solid var(--line); vertical-align: top; }
thead th { border-top: 0; color: var(--quiet); font-weight: 550; font-size: .8rem; vertical-align: bottom; }
th:first-child, td:first-child, .left { text-align: left; }
tbody th { font-weight: 600; }
td:not(.left, [colspan]) { white-space: nowrap; }
tr.sentence p { position: sticky; left: .6rem; margin: 0; max-width: min(100%, 100vw - 7rem); }
tr.sentence td { border-top: 0; padding-top: 0; color: var(--quiet); text-align: left; }
td small { color: var(--quiet); display: block; }
.canary-text { color: var(--canary); } .stable-text { color: var(--stable); }
figure { margin: 1.1rem 0 .4rem; }
figcaption { line-height: 1.4; } .reading { color: var(--quiet); font-size: .875rem; }
figure svg { color: var(--quiet); font: 12px system-ui, sans-serif; min-width: 30rem; overflow: visible; }
ul.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; margin: .35rem 0 0; padding: 0; font-size: .85rem; }
ul.legend li::before { content: ''; display: inline-block; width: 1.3em; margin-right: .45em; vertical-align: .28em; border-top: 3px solid; }
li.canary::before { color: var(--canary); } li.stable::before { color: var(--stable); }
li.limit::before { color: var(--fail); border-top-style: dashed !important; border-top-width: 2px !important; }
li.plain::before { color: var(--text); } li.dotted::before { color: var(--text); border-top-style: dotted !important; }
li.band::before { border-top: .8em solid var(--canary) !important; opacity: .25; vertical-align: -.05em !important; }
details { margin-top: .5rem; } summary { cursor: pointer; font-weight: 600; }
.charts { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 2rem; }
@media (min-width: 62rem) { .charts.two { grid-template-columns: repeat(2, minmax(0, 1fr)); } .charts.two svg { min-width: 0; } }
.empty { color: var(--quiet); padding: 2rem 0; text-align: center; }
@media print { body { background: #fff; } section, .hero { break-inside: avoid; } }
`;
