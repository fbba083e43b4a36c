import type { FocalPoint } from '@broadsheet/types';

const step = 0.02;

/** The point of a picture under a place on the screen. */
export function pointAt(
  place: { x: number; y: number },
  box: { left: number; top: number; width: number; height: number },
): FocalPoint {
  const share = (value: number, size: number) => (size > 0 ? value / size : 0.5);
  return rounded({ x: share(place.x - box.left, box.width), y: share(place.y - box.top, box.height) });
}

/** The point after an arrow key; null for any other key. */
export function nudged(point: FocalPoint, key: string): FocalPoint | null {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!way) return null;
  const [x = 0, y = 0] = way;
  return rounded({ x: point.x + x * step, y: point.y + y * step });
}

/**
 * `object-position` in per cent that shows a picture in a box as the library cuts it: the focal point as near to
 * the middle as the edges allow. Shapes are width divided by height.
 */
export function objectPosition(point: FocalPoint, picture: number, box: number): { x: number; y: number } {
  const seenAcross = Math.min(1, box / picture);
  const seenDown = Math.min(1, picture / box);
  return { x: place(point.x, seenAcross), y: place(point.y, seenDown) };
}

/** Where a window that sees this share of an axis lies, in per cent of the way it can go. */
function place(centre: number, seen: number): number {
  if (seen >= 1) return 50;
  const start = Math.min(Math.max(centre - seen / 2, 0), 1 - seen);
  return Math.round((start / (1 - seen)) * 1000) / 10;
}

function rounded({ x, y }: FocalPoint): FocalPoint {
  const kept = (value: number) => Math.round(Math.min(Math.max(value, 0), 1) * 1000) / 1000;
  return { x: kept(x), y: kept(y) };
}
