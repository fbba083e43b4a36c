/** Lines of a text at the largest size at which it fits. */
export interface SetLines {
  lines: string[];
  size: number;
}

interface Room {
  width: number;
  height: number;
  /** Sizes to try, the largest first. */
  sizes: readonly number[];
  /** From base line to base line, as a part of the size. */
  leading: number;
  /** How wide a text is at a size of 1. */
  widthOf: (text: string) => number;
}

/** Breaks a text at its spaces, lines as even as they can be; what does not fit at the smallest size ends in “…”. */
export function breakLines(text: string, room: Room): SetLines {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const smallest = room.sizes.at(-1) ?? 1;
  for (const size of room.sizes) {
    const most = Math.max(1, Math.floor(room.height / (size * room.leading)));
    const lines = fill(words, room.width / size, room.widthOf);
    const fits = lines.length <= most && lines.every((line) => room.widthOf(line) * size <= room.width);
    if (fits) return { lines: even(words, lines.length, room.width / size, room.widthOf), size };
    if (size === smallest) return { lines: cut(lines, most, room.width / size, room.widthOf), size };
  }
  return { lines: [], size: smallest };
}

function fill(words: readonly string[], width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The narrowest measure that takes no more lines. */
function even(
  words: readonly string[],
  count: number,
  width: number,
  widthOf: (text: string) => number,
): string[] {
  let [narrow, wide] = [width / 2, width];
  for (let step = 0; step < 8; step++) {
    const middle = (narrow + wide) / 2;
    const lines = fill(words, middle, widthOf);
    if (lines.length <= count && lines.every((line) => widthOf(line) <= middle)) wide = middle;
    else narrow = middle;
  }
  return fill(words, wide, widthOf);
}

/** Whatever the text is, no line is wider than the room: a word that is longer than a line ends early too. */
function cut(
  lines: readonly string[],
  most: number,
  width: number,
  widthOf: (text: string) => number,
): string[] {
  const isLonger = lines.length > most;
  return lines.slice(0, most).map((line, index) => {
    const ends = isLonger && index === most - 1;
    if (!ends && widthOf(line) <= width) return line;
    let shown = [...line];
    while (shown.length > 0 && widthOf(`${shown.join('').trimEnd()}…`) > width) shown = shown.slice(0, -1);
    return `${shown.join('').replace(/[\s,;:–—-]+$/u, '')}…`;
  });
}
