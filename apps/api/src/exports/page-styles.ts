/**
 * The one style sheet in an exported page, and so on paper: the reader's article in one column, by day, with the fonts
 * that a computer has. Nothing is fetched, and a page that is kept for years looks as it did.
 */
export const pageStyles = `:root{color-scheme:light;--ink:#171411;--soft:#57514a;--rule:#d9d3c7;--strong:#171411;--tint:#f4f1ea;--accent:#98182e;
--serif:'Source Serif 4','Noto Serif','Noto Serif Armenian',Georgia,'Times New Roman',serif;--sans:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans Armenian',sans-serif}
*{box-sizing:border-box}body{max-width:38rem;margin:3rem auto;padding:0 1.25rem;font:1.1875rem/1.6 var(--serif);color:var(--ink);background:#fff;overflow-wrap:break-word;text-wrap:pretty}
:is(h1,h2,h3,h4,p,ul,ol,dl,dd,figure,blockquote,pre){margin:0;padding:0}
h1{font-size:clamp(2rem,1.6rem + 2vw,2.75rem);font-weight:600;line-height:1.08;letter-spacing:-.02em;text-wrap:balance}
[role=doc-subtitle]{margin-top:.75rem;font-size:1.3125rem;line-height:1.4;color:var(--soft)}
.byline{margin-top:1rem;font:600 .875rem/1.4 var(--sans)}
article>*+*{margin-top:1.1em}article>:is(figure,.gallery,.scroll){margin-block:1.8em}
article>h2{font-size:1.35em;line-height:1.2;margin-block:1.7em -.35em}article>h3{font-size:1.12em;line-height:1.25;margin-block:1.5em -.5em}
article>h4{font-size:1em;line-height:1.3;margin-block:1.4em -.6em}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.16em;overflow-wrap:anywhere}[data-tk]{background:#cfe8f7}mark{background:#f7e9b8;color:inherit;print-color-adjust:exact}
hr{width:6rem;margin:2em 0;border:0;border-top:1px solid var(--strong)}
:is(ul,ol){padding-left:1.3em}li{margin-top:.45em}li>*+*{margin-top:.45em}li::marker{color:var(--accent)}
.tasks{list-style:none;padding-left:0}.tasks li{position:relative;padding-left:1.6em}.tasks .box{position:absolute;left:0}.tasks .box+p{margin-top:0}.tasks .tasks li:first-child{margin-top:.45em}
img{display:block;max-width:100%;height:auto}figcaption{padding-top:.5rem;font:.8125rem/1.45 var(--sans);color:var(--soft)}.recording img{margin-bottom:.5rem}.recording strong{display:none}
.quote{margin-block:1.5em;padding-left:1.5rem;border-left:2px solid var(--accent)}:is(.quote,.pull) p+p{margin-top:.6em}
.pull{margin-block:1.9em;padding-block:1rem 1.25rem;border-block:1px solid var(--strong);break-inside:avoid}.pull p{font-size:1.4em;line-height:1.25;letter-spacing:-.012em;text-wrap:balance}
:is(.quote,.pull) footer{margin-top:.75rem;font:.875rem/1.4 var(--sans);color:var(--soft)}
pre{padding:1rem;overflow-x:auto;background:var(--tint);font:.875rem/1.55 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap}
:is(.points,.facts,.fix,.also){border-block:1px solid var(--rule);break-inside:avoid}:is(.points,.facts){margin-block:1.8em;padding:.75rem 0;border-top:2px solid var(--strong)}
.points .label,.facts h2,.box-title,caption{font:650 1.25rem/1.25 var(--serif);text-align:left}.points{font-size:1.0625rem;line-height:1.4}.points .label{margin-bottom:.25rem}
.facts{font:.9375rem/1.45 var(--sans)}.facts h3{font-size:1em;margin-top:.75rem}.facts>*+*{margin-top:.5rem}.facts li{margin-top:.25em}
.facts dl>div{display:grid;grid-template-columns:minmax(7rem,30%) 1fr;gap:1rem;padding-block:.5rem;border-top:1px solid var(--rule)}.facts dt{color:var(--soft)}.facts dd{font-weight:600;min-width:0}
.qa{margin-block:1.6em}.qa :is(dl,p+p,dl>div+div,dd>*+*){margin-top:1.1em}.qa dt{font-weight:650;line-height:1.4}.qa dd{margin-top:.35em}
.gallery .box-title{padding-top:.75rem;border-top:2px solid var(--strong)}.gallery ol{display:grid;grid-template-columns:1fr 1fr;gap:1rem;margin-top:.75rem;padding:0;list-style:none}.gallery li{margin:0}
.scroll{overflow-x:auto}table{width:100%;border-collapse:collapse;font:.9375rem/1.4 var(--sans);font-variant-numeric:tabular-nums}caption{padding:.75rem 0 .5rem;border-top:2px solid var(--strong)}
:is(th,td){padding:.5rem 0 .5rem 1rem;border-block:1px solid var(--rule);text-align:left;vertical-align:top;font-weight:400}:is(th,td):first-child{padding-left:0}thead th{font-weight:600}
.also{padding-block:.75rem;font-size:1.0625rem;line-height:1.35}.also .label{display:block;margin-bottom:.25rem;font:600 .8125rem/1.4 var(--sans);color:var(--soft)}.also a{color:inherit;font-weight:600}
.fix{margin-block:2em;padding-block:.75rem;border-top-color:var(--strong);font-size:1rem;line-height:1.5}.fix h2{display:inline;font:700 .875rem/1.4 var(--sans)}.fix time{font:.875rem/1.4 var(--sans);color:var(--soft)}.fix p{margin-top:.25rem}
body>footer{margin-top:2.5rem;padding-top:.75rem;border-top:1px solid var(--rule);font:.8125rem/1.4 var(--sans)}body>footer a{color:var(--soft)}
:is(h1,h2,h3,h4,.box-title,.label,caption,dt){break-after:avoid}:is(figure,tr,li){break-inside:avoid}p{orphans:3;widows:3}
@media (max-width:40rem){body{margin-block:1.5rem;font-size:1.125rem}[role=doc-subtitle]{font-size:1.1875rem}.gallery ol{grid-template-columns:1fr}table{font-size:.8125rem}:is(th,td){padding-left:.5rem}}
@page{margin:18mm 16mm}
@media print{:root{--accent:#171411;--rule:#999;font-size:84%}body{max-width:none;margin:0;padding:0}.scroll{overflow:visible}img{max-height:12cm;width:auto}.gallery img{max-height:7cm}
body>footer{margin-top:1rem}article a[href^=http]::after{content:' ('attr(href)')';font:400 .75em/1.4 var(--sans)}.also a::after{display:block}}`;
