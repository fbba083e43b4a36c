import { boxAttribute, boxIn } from './import-boxes.ts';
import { itemIn, listIn, quoteIn, type Container } from './import-containers.ts';
import type { Attributes } from './import-elements.ts';
import { tableIn } from './import-tables.ts';

/** Where the lines of an element go; where its parent's go, if it holds none of its own. */
export function placeIn(parent: Container, name: string, attributes: Attributes): Container {
  switch (name) {
    case 'ul':
      return listIn(parent, null);
    case 'ol':
      return listIn(parent, startOf(attributes));
    case 'li':
      return taskIn(parent, attributes);
    case 'blockquote':
      return quoteIn(parent, attributes[boxAttribute] === 'pullQuote' ? 'pullQuote' : 'blockquote');
    case 'aside':
      return boxIn(parent, attributes[boxAttribute]);
    case 'div':
      return parent.addFact?.() ?? boxIn(parent, attributes[boxAttribute]);
    case 'dl':
      return parent.facts?.() ?? parent;
    case 'table':
      return tableIn(parent);
    case 'tr':
      parent.addRow?.();
      return parent;
    case 'td':
    case 'th':
      return (
        parent.addCell?.(name === 'th', spanOf(attributes.colspan), spanOf(attributes.rowspan)) ?? parent
      );
    default:
      return parent;
  }
}

/** An item; Google Docs says of its tasks that they are boxes themselves. */
function taskIn(parent: Container, attributes: Attributes): Container {
  const item = itemIn(parent);
  if (item !== parent && attributes.role === 'checkbox') item.check?.(attributes['aria-checked'] === 'true');
  return item;
}

const spanOf = (span: string | undefined): number => Number.parseInt(span ?? '1', 10);

function startOf(attributes: Attributes): number {
  const start = Number.parseInt(attributes.start ?? '1', 10);
  return start >= 0 && start <= 1_000_000 ? start : 1;
}
