/** Colours by meaning; the dark ones are chosen again, not turned around. Contrast is at least 4.5 to 1. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --panel: #f5f6f8; --ink: #1a1d21; --quiet: #5a6270; --line: #d9dde3;
  --reached: #1f66c2; --missed: #b3500f; --good: #17723c; --bad: #b3261e; --band: #d6e4f7;
  --series-1: #1f66c2; --series-2: #b3500f; --series-3: #17723c; --series-4: #7a4fb5; --series-5: #9a6700; --series-6: #56606e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --panel: #1e2226; --ink: #e9ecef; --quiet: #a3acb8; --line: #363c44;
    --reached: #7ab0f5; --missed: #f0a060; --good: #68c98c; --bad: #f28b82; --band: #24405f;
    --series-1: #7ab0f5; --series-2: #f0a060; --series-3: #68c98c; --series-4: #c3a3f0; --series-5: #e3c057; --series-6: #a3acb8;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 74rem; background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; text-wrap: balance; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; }
p { margin: .25rem 0 .75rem; max-width: 46rem; }
.quiet, figcaption { color: var(--quiet); }
figcaption { font-size: .9rem; margin-top: .25rem; max-width: 46rem; }
figure { margin: 0 0 1.5rem; overflow-x: auto; }
svg { display: block; width: 100%; min-width: 40rem; height: auto; font: 12px system-ui, sans-serif; }
svg text { fill: var(--ink); }
svg .quiet { fill: var(--quiet); }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .limit { stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 4 3; }
svg .reached { fill: var(--reached); }
svg .missed { fill: none; stroke: var(--missed); stroke-width: 1.5; }
svg .range { stroke: var(--reached); stroke-width: 3; stroke-linecap: round; opacity: .45; }
svg .median { stroke: var(--ink); stroke-width: 2; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 44rem; font-size: .92rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
td.number, th.number { text-align: right; white-space: nowrap; }
tr.sum td { font-weight: 600; border-top: 2px solid var(--line); }
td:nth-child(-n+2) { white-space: nowrap; }
code { font: .85em ui-monospace, monospace; background: var(--panel); padding: .1rem .3rem; border-radius: 3px;
  overflow-wrap: anywhere; }
.verdict { border-left: 4px solid var(--quiet); background: var(--panel); padding: .75rem 1rem; margin: 1.25rem 0; }
.verdict.passed { border-color: var(--good); } .verdict.failed { border-color: var(--bad); }
.verdict strong { font-size: 1.1rem; }
.good { color: var(--good); font-weight: 600; } .bad { color: var(--bad); font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; font-size: .92rem; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .9rem; margin: 0 0 .5rem; padding: 0; list-style: none; }
.key svg { display: inline-block; min-width: 0; width: 14px; height: 14px; vertical-align: -2px; margin-right: .35rem; }
`;
