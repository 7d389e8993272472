/** The look of a package: the reading page of the site in as few rules as do, without its fonts or script. */
export const STYLE = `:root { color-scheme: light dark; --ink: #1d1b18; --quiet: #4f4a42; --paper: #fdfcf9; --rule: #ddd7ca; --link: #1b3d6f; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece7dc; --quiet: #bdb6a8; --paper: #1b1a17; --rule: #45413a; --link: #a9c4ee; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.8 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 24px 16px 64px; }
h1, h2, article { font-family: "Songti SC", "Noto Serif CJK SC", SimSun, serif; }
h1 { font-size: 1.7rem; line-height: 1.4; }
h2 { margin-top: 1.6em; font-size: 1.2rem; }
a { color: var(--link); }
dl { margin: 0 0 24px; border-top: 1px solid var(--rule); }
dl div { display: flex; padding: 6px 0; border-bottom: 1px solid var(--rule); }
dt { flex: 0 0 7em; color: var(--quiet); }
dd { flex: 1; min-width: 0; margin: 0; word-break: break-word; }
ul.items { padding: 0; list-style: none; border-top: 1px solid var(--rule); }
ul.items li { padding: 8px 0; border-bottom: 1px solid var(--rule); }
ul.items span { display: block; }
ul.items span, .note { color: var(--quiet); font-size: 0.85rem; }
.center { text-align: center; }
.right { text-align: right; }
.table { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { padding: 4px 10px; border: 1px solid var(--rule); text-align: left; vertical-align: top; }
figure { margin: 16px 0; }
img { max-width: 100%; height: auto; }
@media print { body { font-size: 12pt; } }
`;
