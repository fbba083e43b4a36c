declare module 'subset-font' {
  interface Options {
    targetFormat?: 'truetype';
    variationAxes?: Readonly<Record<string, number | { min: number; max: number }>>;
    keepFeatures?: string[];
    noLayoutClosure?: boolean;
  }
  /** Cuts a font down to the characters of a text. */
  export default function subsetFont(font: Buffer, text: string, options?: Options): Promise<Buffer>;
}
