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
  const share = (value: number, size: number) => (size > 0 ? value / size : 0.5);
  return {
    x: clamp(share(pointer.clientX - box.left, box.width)),
    y: clamp(share(pointer.clientY - box.top, box.height)),
  };
}
