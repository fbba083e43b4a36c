import type {
  Block,
  BulletList,
  Correction,
  FactBox,
  Inline,
  KeyPoints,
  Language,
  Qa,
} from '@broadsheet/types';
import { escapeHtml } from './escape-html.ts';
import { isBlank, renderInline } from './render-inline.ts';
import { dayInWords, renderWords } from './render-words.ts';

/** Renders a block that stands in a box. */
type Inner = (block: Block) => string;

export function renderFactBox(block: FactBox, inner: Inner): string {
  const parts = block.content.map((each) => {
    // a heading of the box itself is the level above, whatever level it was given
    if (each.type === 'heading') return isBlank(each.content) ? '' : `<h3>${renderInline(each.content)}</h3>`;
    return (each.type === 'bulletList' && renderFacts(each)) || inner(each);
  });
  const words = parts.join('');
  if (words === '') return '';
  const title = block.attrs.title ?? '';
  const id = `f-${block.attrs.id}`;
  return title === ''
    ? `<aside class="facts">${words}</aside>`
    : `<aside class="facts" aria-labelledby="${escapeHtml(id)}"><h2 id="${escapeHtml(id)}">${escapeHtml(title)}</h2>${words}</aside>`;
}

/** A list whose every item is a line that begins in bold: terms and facts. Null for any other list. */
function renderFacts(list: BulletList): string | null {
  const facts = list.content.map((item) => {
    const [only] = item.content;
    return item.content.length === 1 && only?.type === 'paragraph' ? termAndFact(only.content ?? []) : null;
  });
  if (!facts.every((fact) => fact !== null)) return null;
  return `<dl>${facts.map(([term, fact]) => `<div><dt>${term}</dt><dd>${fact}</dd></div>`).join('')}</dl>`;
}

function termAndFact(content: readonly Inline[]): [term: string, fact: string] | null {
  const isBold = (node: Inline) =>
    node.type === 'text' && (node.marks ?? []).some(({ type }) => type === 'bold');
  const end = content.findIndex((node) => !isBold(node));
  const term = renderText(content.slice(0, end)).trimEnd().replace(/[:՝]$/u, '').trimEnd();
  const fact = content.slice(end);
  const [first, ...rest] = fact;
  if (end < 1 || term === '' || isBlank(fact)) return null;
  // the sign between the two is drawn by the page
  const begun = first?.type === 'text' ? { ...first, text: first.text.replace(/^\s*[:՝]?\s*/u, '') } : first;
  return [escapeHtml(term), renderInline(begun ? [begun, ...rest] : rest)];
}

const renderText = (content: readonly Inline[]): string =>
  content.map((node) => (node.type === 'text' ? node.text : ' ')).join('');

export function renderKeyPoints(block: KeyPoints, language: Language): string {
  const points = block.content.filter(({ content }) => !isBlank(content));
  if (points.length === 0) return '';
  const items = points.map(({ content }) => `<li>${renderInline(content)}</li>`).join('');
  const label = renderWords[language].keyPoints;
  return `<div class="points"><p class="label">${label}</p><ul aria-label="${label}">${items}</ul></div>`;
}

/** What stands before the first question introduces it; the rest is questions and what answers each. */
export function renderQa(block: Qa, inner: Inner): string {
  let html = '';
  let isAnswering = false;
  for (const each of block.content) {
    if (each.type !== 'question') {
      html += inner(each);
    } else if (!isBlank(each.content)) {
      html += `${isAnswering ? '</dd></div>' : '<dl>'}<div><dt>${renderInline(each.content)}</dt><dd>`;
      isAnswering = true;
    }
  }
  if (isAnswering) html += '</dd></div></dl>';
  return html && `<div class="qa">${html}</div>`;
}

export function renderCorrection(block: Correction, language: Language): string {
  const words = block.content
    .filter(({ content }) => !isBlank(content))
    .map(({ content }) => `<p>${renderInline(content)}</p>`)
    .join('');
  if (words === '') return '';
  const id = escapeHtml(`c-${block.attrs.id}`);
  const { date, place } = block.attrs;
  return (
    `<section class="fix${place === 'top' ? ' first' : ''}" aria-labelledby="${id}">` +
    `<h2 id="${id}">${renderWords[language].correction}</h2> ` +
    `<time datetime="${escapeHtml(date)}">${escapeHtml(dayInWords(date, language))}</time> ${words}</section>`
  );
}
