import type { FocalPoint } from '@broadsheet/types';

const clamp = (fraction: number) => Math.round(Math.min(Math.max(fraction, 0), 1) * 1000) / 1000;

/** Where an arrow key moves the point: a hundredth of the picture, a tenth with Shift; null for other keys. */
export function moveByKey(point: FocalPoint, key: string, far: boolean): FocalPoint | null {
  const step = far ? 0.1 : 0.01;
  const ways: Record<string, [number, number]> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  };
  const way = ways[key];
  return way ? { x: clamp(point.x + way[0]), y: clamp(point.y + way[1]) } : null;
}

/** The point under the pointer, within the picture. */
export function pointAt(
  pointer: { clientX: number; clientY: number },
  box: { left: number; top: number; width: number; height: number },
): FocalPoint {
  return {
    x: clamp((pointer.clientX - box.left) / box.width),
    y: clamp((pointer.clientY - box.top) / box.height),
  };
}

/**
 * The CSS `object-position` of one axis that shows the same cut as a rendition: the frame is centred on the
 * point as far as the picture reaches. `shown` is the part of the axis that the crop keeps, 0 to 1.
 */
export function cropPosition(at: number, shown: number): number {
  if (shown >= 1) return 50;
  const start = Math.min(Math.max(at - shown / 2, 0), 1 - shown);
  return (start / (1 - shown)) * 100;
}
