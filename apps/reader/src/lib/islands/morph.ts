/**
 * Makes an element what another one is, and leaves alone whatever is the same already: its pictures are not loaded
 * again, and what a person looks at stays where it is.
 */
export function morph(from: Element, to: Element): void {
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name);
  for (const { name, value } of [...to.attributes])
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  const [before, after] = [[...from.childNodes], [...to.childNodes]];
  while (before[0] && after[0]?.isEqualNode(before[0])) {
    before.shift();
    after.shift();
  }
  /** The first of the children that are the same at the end. */
  let behind: ChildNode | null = null;
  for (let last = before.at(-1); last && after.at(-1)?.isEqualNode(last); last = before.at(-1)) {
    behind = last;
    before.pop();
    after.pop();
  }
  for (const next of after) {
    const present = before.shift();
    if (present instanceof Element && next instanceof Element && present.nodeName === next.nodeName)
      morph(present, next);
    else if (present) present.replaceWith(next);
    else from.insertBefore(next, behind);
  }
  for (const left of before) left.remove();
}
