/** The bytes behind an address that this page may read itself; null where another site has them. */
export async function fileOf(source: string): Promise<File | null> {
  if (source.startsWith('blob:')) {
    const blob = await (await fetch(source)).blob();
    return new File([blob], 'picture', { type: blob.type });
  }
  const [, type, isBase64, data] =
    /^data:(image\/[\w.+-]{1,40})[^,]{0,100}?(;base64)?,(.*)$/s.exec(source) ?? [];
  if (type === undefined || data === undefined) return null;
  const text = isBase64 ? atob(data.replaceAll(/\s/g, '')) : decodeURIComponent(data);
  const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  return new File([bytes], `picture.${type.slice('image/'.length).replace(/\W.*$/, '')}`, { type });
}
