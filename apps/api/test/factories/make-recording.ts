/** Boxes of ISO/IEC 14496-12. */
const box = (type: string, ...content: Buffer[]): Buffer => {
  const whole = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(whole.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, whole]);
};

/** An MP4 of two seconds, 640 × 360, that says where it was filmed. */
export function mp4({ place = '+41.7151+044.8271/', content = 'moving pictures' } = {}): Buffer {
  const movie = Buffer.alloc(100);
  movie.writeUInt32BE(1000, 12);
  movie.writeUInt32BE(2000, 16);
  const track = Buffer.alloc(84);
  track.writeUInt16BE(640, 76);
  track.writeUInt16BE(360, 80);
  const where = place ? [box('udta', box('\xa9xyz', Buffer.from(`\0\x12\x15\xc7${place}`, 'latin1')))] : [];
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isommp42', 'latin1')),
    box('moov', box('mvhd', movie), box('trak', box('tkhd', track)), ...where),
    box('mdat', Buffer.from(content)),
  ]);
}

/** The beginning of an MP3. */
export const mp3 = (): Buffer =>
  Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), Buffer.alloc(400, 1)]);

export const pdf = (): Buffer => Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
