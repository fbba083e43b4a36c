import type { Attributes } from './import-elements.ts';

const longest = 200_000;
const rules = /(?<![\w-])\.([a-z][\w-]{0,40})\s*\{([^{}]{0,2000})\}/gi;
/** Excel and its like say how a cell looks, and part of its words, in classes alone. */
const classed = new Set(['td', 'th', 'tr', 'font']);

/** The styles that a page gives its classes. */
export class ClassStyles {
  private text = '';
  private byClass: Map<string, string> | null = null;

  /** Is told the text of the elements with styles, in whatever pieces it comes. */
  read(text: string): void {
    if (this.text.length + text.length <= longest) this.text += text;
    this.byClass = null;
  }

  /** The attributes of an element of a table, with what its classes say among its own styles. */
  on(name: string, attributes: Attributes): Attributes {
    if (this.text === '' || attributes.class === undefined || !classed.has(name)) return attributes;
    const known = (this.byClass ??= new Map(
      [...this.text.matchAll(rules)].map(([, named = '', style = '']) => [named.toLowerCase(), style]),
    ));
    const given = attributes.class.toLowerCase().split(/\s+/, 20);
    const styles = given.flatMap((each) => known.get(each) ?? []);
    if (styles.length === 0) return attributes;
    return { ...attributes, style: [...styles, attributes.style ?? ''].join(';') };
  }
}
