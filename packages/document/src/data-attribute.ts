import type { Attribute } from '@tiptap/core';

/** An element, as far as its attributes are concerned: the API's types know no DOM. */
export interface Attributed {
  getAttribute: (name: string) => string | null;
}

/** An attribute that travels through HTML as `data-…`; null where there is none, or it is not acceptable. */
export const dataAttribute = (
  name: string,
  htmlName = name,
  isAcceptable: (value: string) => boolean = () => true,
): Partial<Attribute> => ({
  default: null,
  parseHTML: (element) => {
    const value = element.getAttribute(`data-${htmlName}`);
    return value !== null && isAcceptable(value) ? value : null;
  },
  renderHTML: (attributes) => {
    const value: unknown = attributes[name];
    return typeof value === 'string' ? { [`data-${htmlName}`]: value } : {};
  },
});

const longestLine = 300;

/** A line that is kept as an attribute. */
export const lineAttribute = (name: string): Partial<Attribute> =>
  dataAttribute(name, name, (value) => value.length <= longestLine);
