import MarkdownIt from 'markdown-it';
import { footnotes, highlights } from './markdown-notes.ts';
import { meantParts } from './markdown-parts.ts';

/** HTML in it is read like any other afterwards, so it may stay. */
const markdown = new MarkdownIt({ html: true, linkify: false })
  .use(footnotes)
  .use(highlights)
  .use(meantParts);

interface MarkdownHtml {
  html: string;
  /** From a head of the form `title: …`; empty where there is none. */
  headline: string;
  /** A line of HTML. */
  standfirst: string;
}

const head = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** CommonMark with tables, tasks, footnotes and a head in YAML, of which the title and the description are read. */
export function markdownToHtml(text: string): MarkdownHtml {
  const [whole = '', lines = ''] = head.exec(text) ?? [];
  const values = new Map(lines.split(/\r?\n/).flatMap((line) => valueOf(line) ?? []));
  const html = markdown
    .render(withoutSource(text.slice(whole.length), values.get('source')))
    .replace(/<li>(\s*<p>)?\[([ xX])\] /g, (_, paragraph: string | undefined, sign: string) => {
      return `<li>${paragraph ?? ''}<input type="checkbox"${sign === ' ' ? '' : ' checked'}>`;
    });
  const description = values.get('description') ?? values.get('standfirst') ?? '';
  return {
    html,
    headline: values.get('title') ?? values.get('headline') ?? '',
    standfirst: description && `<p role="doc-subtitle">${markdown.renderInline(description)}</p>`,
  };
}

/** Without the foot of a file of ours, which says once more where it came from. */
function withoutSource(text: string, source: string | undefined): string {
  const [body = '', foot] = text.split(/\r?\n---\r?\n\r?\n(?=<[^<>\s]{1,2000}>\s*$)/, 2);
  return source !== undefined && foot?.trim() === `<${source}>` ? body : text;
}

/** A line `name: value`; what is in quotes is read as JSON, which YAML's quotes nearly are. */
function valueOf(line: string): [string, string][] | null {
  const [, name, given = ''] = /^([A-Za-z]{1,30}):[ \t]*(.{0,2000})$/.exec(line) ?? [];
  if (name === undefined) return null;
  return [[name.toLowerCase(), plain(given.trim())]];
}

function plain(given: string): string {
  if (!given.startsWith('"')) return given.replace(/^'(.*)'$/, '$1');
  try {
    const read: unknown = JSON.parse(given);
    return typeof read === 'string' ? read : '';
  } catch {
    return given.replace(/^"|"$/g, '');
  }
}
