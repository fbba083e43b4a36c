interface Item {
  paragraph: Element;
  level: number;
  ordered: boolean;
}

/**
 * Makes lists of the paragraphs that Word means as list items: it writes a bullet or a number into each and says so
 * in `mso-list`, a style of its own.
 */
export function withWordLists(html: string): string {
  if (!html.includes('mso-list')) return html;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const run of runsOf(
    [...body.querySelectorAll('[style*="mso-list"]')].flatMap((one) => itemOf(one) ?? []),
  ))
    putList(run);
  return body.innerHTML;
}

function itemOf(paragraph: Element): Item | null {
  const style = paragraph.getAttribute('style') ?? '';
  const level = /mso-list:\s*l\d+\s+level(\d)/.exec(style)?.[1];
  if (level === undefined) return null;
  const marker = [...paragraph.querySelectorAll('[style*="mso-list"]')].find((one) =>
    /mso-list:\s*ignore/i.test(one.getAttribute('style') ?? ''),
  );
  const ordered = /^\s*\(?[\p{L}\d]{1,4}[.)]/u.test(marker?.textContent ?? '');
  marker?.remove();
  return { paragraph, level: Number(level), ordered };
}

/** Items that follow each other directly are one list. */
function runsOf(items: readonly Item[]): Item[][] {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run?.at(-1)?.paragraph === item.paragraph.previousElementSibling) run?.push(item);
    else runs.push([item]);
  }
  return runs;
}

function putList(run: readonly Item[]): void {
  const open: Element[] = [];
  for (const { paragraph, level, ordered } of run) {
    open.length = Math.min(open.length, level);
    if (open.length === level && open.at(-1)?.localName !== listName(ordered)) open.pop();
    const fresh = !open[0];
    while (open.length < level) open.push(newList(open.at(-1), ordered));
    if (fresh && open[0]) paragraph.before(open[0]);
    const item = document.createElement('li');
    open.at(-1)?.append(item);
    item.append(paragraph);
  }
}

const listName = (ordered: boolean) => (ordered ? 'ol' : 'ul');

/** A list inside the last item of the one around it. */
function newList(around: Element | undefined, ordered: boolean): Element {
  const list = document.createElement(listName(ordered));
  if (around) {
    if (!around.lastElementChild) around.append(document.createElement('li'));
    around.lastElementChild?.append(list);
  }
  return list;
}
