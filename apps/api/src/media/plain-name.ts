/** The name of a file as people know it; it never becomes part of a path (S20). A drawing is kept as pixels. */
export function plainName(name: string, mimeType: string): string {
  const plain =
    (name.split(/[\\/]/).at(-1) ?? '')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(-200) || 'file';
  return mimeType === 'image/png' ? plain.replace(/\.svg$/i, '.png') : plain;
}
