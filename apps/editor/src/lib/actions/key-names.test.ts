import { describe, expect, it } from 'vitest';
import { isPressed, keyOf, keyWords, type Pressed } from './key-names.ts';

const press = (key: string, code: string, held: Partial<Pressed> & { altGr?: boolean } = {}): Pressed => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
  getModifierState: (name) => name === 'AltGraph' && held.altGr === true,
});

describe('the keys of a shortcut', () => {
  it('are the same keys on a Russian and on an Armenian keyboard', () => {
    expect(isPressed('Mod+K', press('k', 'KeyK', { ctrlKey: true }))).toBe(true);
    expect(isPressed('Mod+K', press('л', 'KeyK', { ctrlKey: true }))).toBe(true);
    expect(isPressed('Mod+K', press('կ', 'KeyK', { metaKey: true }))).toBe(true);
    expect(keyOf(press('о', 'KeyJ'))).toBe('j');
  });

  it('want Shift where they say so, and not where they do not', () => {
    expect(isPressed('Mod+Shift+K', press('K', 'KeyK', { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(isPressed('Mod+K', press('K', 'KeyK', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(isPressed('Mod+Shift+K', press('k', 'KeyK', { ctrlKey: true }))).toBe(false);
  });

  it('are a sign wherever the keyboard has it', () => {
    expect(isPressed('Mod+/', press('/', 'Slash', { ctrlKey: true }))).toBe(true);
    expect(isPressed('Mod+/', press('/', 'Digit7', { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(isPressed('?', press('?', 'Digit7', { shiftKey: true }))).toBe(true);
  });

  it('are found by their place where Alt writes a sign', () => {
    expect(isPressed('Mod+Alt+O', press('ø', 'KeyO', { metaKey: true, altKey: true }))).toBe(true);
  });

  it('are not pressed by AltGr, which writes', () => {
    const euro = press('e', 'KeyE', { ctrlKey: true, altKey: true, altGr: true });
    expect(isPressed('Mod+Alt+E', euro)).toBe(false);
  });

  it('read as they are printed', () => {
    expect(keyWords('Mod+Shift+Enter', false)).toBe('Ctrl Shift Enter');
    expect(keyWords('Alt+ArrowUp', false)).toBe('Alt ↑');
    expect(keyWords('G S', false)).toBe('G S');
    expect(keyWords('Mod+K', true)).toBe('⌘ K');
  });
});
