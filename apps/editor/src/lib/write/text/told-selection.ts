type Ends = readonly [Node, number, Node, number] | null;

function ends(): Ends {
  const { anchorNode, anchorOffset = 0, focusNode, focusOffset = 0 } = getSelection() ?? {};
  return anchorNode && focusNode ? [anchorNode, anchorOffset, focusNode, focusOffset] : null;
}

/** What the browser has told of last. */
let heard: Ends = null;
const listen = () => (heard = ends());

/** Notes from now on what the browser tells of where the selection is. @returns what ends it */
export function hearSelection(): () => void {
  document.addEventListener('selectionchange', listen);
  return () => document.removeEventListener('selectionchange', listen);
}

/** Tells whoever listens where the selection is, if the browser has not done so yet: while a page is busy, it is late. */
export function tellSelection(): void {
  const now = ends();
  if (!now?.every((end, index) => end === heard?.[index]))
    document.dispatchEvent(new Event('selectionchange'));
}
