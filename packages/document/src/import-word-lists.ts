import { itemIn, listIn, type Container } from './import-containers.ts';

/** A paragraph that is an item of a list, as word processors say it: how deep it stands, and its bullet or number. */
export interface WordItem {
  level: number;
  marker: string;
}

interface OpenList {
  isOrdered: boolean;
  list: Container;
  item: Container;
}

const deepest = 8;

/**
 * The level that Word says in `mso-list`, a style of its own, and Word in the browser in an attribute; null for what
 * is no item.
 */
export function wordLevel(name: string, style: string, ariaLevel: string | undefined): number | null {
  const level = name === 'li' ? ariaLevel : /mso-list:\s*l\d+\s+level(\d)/i.exec(style)?.[1];
  const number = Number.parseInt(level ?? '', 10);
  return number > 0 ? Math.min(number, deepest) : null;
}

/** Whether the element holds the bullet or number that Word draws into an item. */
export const isMarker = (style: string): boolean => /mso-list:\s*ignore/i.test(style);

const isOrdered = (marker: string): boolean => /^\s*\(?[\p{L}\d]{1,4}[.)]/u.test(marker);
const startOf = (marker: string): number => Number.parseInt(/\d{1,6}/.exec(marker)?.[0] ?? '1', 10);

/** Lists made of items that stand beside each other, each with its level. */
export class WordLists {
  private open: OpenList[] = [];

  /** Where the words of an item go. */
  place({ level, marker }: WordItem, body: Container): Container {
    const ordered = isOrdered(marker);
    this.closeTo(level);
    if (this.open.length === level && this.open.at(-1)?.isOrdered !== ordered) this.closeTo(level - 1);
    while (this.open.length < level) {
      const list = listIn(this.open.at(-1)?.item ?? body, ordered ? startOf(marker) : null);
      this.open.push({ isOrdered: ordered, list, item: itemIn(list) });
    }
    const innermost = this.open[level - 1];
    if (!innermost) return body;
    innermost.item = itemIn(innermost.list);
    return innermost.item;
  }

  /** Something else stands between: the next item begins a new list. */
  end(): void {
    this.closeTo(0);
  }

  private closeTo(level: number): void {
    // a list that is closed joins what is around it, and that asks for the end of lists before
    while (this.open.length > level) this.open.pop()?.list.close?.();
  }
}
