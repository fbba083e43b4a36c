const shortest = 120;
const tallest = 3000;

/**
 * How tall a site says that its frame is, in pixels, in whichever of their ways it says so; null for any other message.
 */
export function frameHeight(message: unknown): number | null {
  const said = typeof message === 'string' ? parsed(message) : message;
  const x = part(said, 'twttr.embed');
  const height =
    part(said, 'event') === 'resize'
      ? part(said, 'height')
      : part(said, 'type') === 'MEASURE'
        ? part(part(said, 'details'), 'height')
        : part(x, 'method') === 'twttr.private.resize'
          ? part(part(part(x, 'params'), '0'), 'height')
          : null;
  const pixels = Number(height);
  return height !== null && pixels >= shortest && pixels <= tallest ? Math.ceil(pixels) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const part = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : null;
