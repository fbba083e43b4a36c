/** A box of ISO/IEC 14496-12. */
export const isoBox = (type: string, ...content: Buffer[]): Buffer => {
  const whole = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(whole.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, whole]);
};

interface Mp4Options {
  place?: string;
  content?: string;
  /** Filmed with an upright phone: the picture lies down, and its track says that it is to be turned. */
  upright?: boolean;
  /** Boxes in its index, in its track and at its end. */
  inIndex?: Buffer[];
  inTrack?: Buffer[];
  after?: Buffer[];
}

/** An MP4 of two seconds, 640 × 360, that says where it was filmed. */
export function mp4({
  place = '+41.7151+044.8271/',
  content = 'moving pictures',
  upright = false,
  inIndex = [],
  inTrack = [],
  after = [],
}: Mp4Options = {}): Buffer {
  const movie = Buffer.alloc(100);
  movie.writeUInt32BE(1000, 12);
  movie.writeUInt32BE(2000, 16);
  const track = Buffer.alloc(84);
  const matrix = upright ? [0, 1, -1, 0] : [1, 0, 0, 1];
  for (const [at, value] of matrix.entries()) track.writeInt32BE(value * 65536, [40, 44, 52, 56][at]!);
  track.writeUInt16BE(640, 76);
  track.writeUInt16BE(360, 80);
  const where = place
    ? [isoBox('udta', isoBox('\xa9xyz', Buffer.from(`\0\x12\x15\xc7${place}`, 'latin1')))]
    : [];
  return Buffer.concat([
    isoBox('ftyp', Buffer.from('isom\0\0\0\0isommp42', 'latin1')),
    isoBox('mdat', Buffer.from(content)),
    isoBox(
      'moov',
      isoBox('mvhd', movie),
      isoBox('trak', isoBox('tkhd', track), ...inTrack),
      ...where,
      ...inIndex,
    ),
    ...after,
  ]);
}

/** The beginning of an MP3. */
export const mp3 = (): Buffer =>
  Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), Buffer.alloc(400, 1)]);

export const pdf = (): Buffer => Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
