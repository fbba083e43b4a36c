import { isSafeHref, type Inline, type Mark } from '@broadsheet/types';
import { escapeHtml } from './escape-html.ts';

type MarkRenderers = { [K in Mark['type']]: (mark: Extract<Mark, { type: K }>) => [string, string] };

const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'glk', 'he', 'mzn', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The tags around a marked run; every kind of mark has its line, so that a new one does not compile. */
const renderers: MarkRenderers = {
  bold: () => ['<strong>', '</strong>'],
  italic: () => ['<em>', '</em>'],
  strike: () => ['<s>', '</s>'],
  underline: () => ['<u>', '</u>'],
  highlight: () => ['<mark>', '</mark>'],
  subscript: () => ['<sub>', '</sub>'],
  superscript: () => ['<sup>', '</sup>'],
  link: (mark) =>
    isSafeHref(mark.attrs.href) ? [`<a href="${escapeHtml(mark.attrs.href)}">`, '</a>'] : ['', ''],
  lang: (mark) => [`<span${langAttributes(mark.attrs.lang)}>`, '</span>'],
  tk: () => ['', ''],
};

/** ` lang="…"` of a tag that has it, and which way it runs. */
export function langAttributes(tag: string | null | undefined): string {
  if (!tag) return '';
  const direction = rightToLeft.has(tag.split('-')[0] ?? '') ? ' dir="rtl"' : '';
  return ` lang="${escapeHtml(tag)}"${direction}`;
}

/** Whether a line has no words. */
export function isBlank(content: readonly Inline[] | undefined): boolean {
  return !content?.some((node) => node.type === 'text' && node.text.trim() !== '');
}

/** A line's text as HTML. A mark that runs on over the next piece is opened once: one link stays one link. */
export function renderInline(content: readonly Inline[] | undefined): string {
  if (!content) return '';
  let html = '';
  let open: { tag: string; end: string }[] = [];
  for (const node of content) {
    if (node.type === 'hardBreak') {
      html += '<br>';
    } else if (!node.marks && open.length === 0) {
      html += escapeHtml(node.text);
    } else {
      const wanted = (node.marks ?? []).map(tagsOf);
      let same = 0;
      while (same < open.length && open[same]?.tag === wanted[same]?.tag) same++;
      html += closing(open, same);
      for (const each of wanted.slice(same)) html += each.tag;
      html += escapeHtml(node.text);
      open = wanted;
    }
  }
  return html + closing(open, 0);
}

function closing(open: { end: string }[], from: number): string {
  let html = '';
  for (let index = open.length - 1; index >= from; index--) html += open[index]?.end ?? '';
  return html;
}

function tagsOf(mark: Mark): { tag: string; end: string } {
  // the map is typed by kind; the compiler can't follow that the kind picked here is the mark's own
  const render = renderers[mark.type] as (mark: Mark) => [string, string];
  const [tag, end] = render(mark);
  return { tag, end };
}
