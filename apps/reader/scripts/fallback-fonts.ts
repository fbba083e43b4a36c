/**
 * What a page is drawn in until its letters are there: fonts of the reader's device, sized so that lines break where they
 * will break. The serif grows narrower with its size (its optical axis) and other fonts do not, so each has a measure for
 * reading text and small headlines, a narrower one for larger headlines (`font-stretch: semi-condensed`) and one for the
 * largest (`condensed`). Of the serif itself there is one width. Decision 55 has the figures.
 */
interface Fallback {
  family: string;
  font: string;
  range?: string;
  /** Per cent of the font's own size: the regular cut, then the bold one, of each step; the largest is always bold. */
  text: readonly [number, number];
  large?: readonly [number, number];
  largest?: number;
}

const armenian = 'U+0530-058F';
/** Noto is Android's, DejaVu that of Linux. Armenian letters have one width at every size. */
const fallbacks: readonly Fallback[] = [
  { family: 'Ledger Fallback', font: 'Georgia', text: [104, 94], large: [99, 87], largest: 84.5 },
  {
    family: 'Ledger Fallback',
    font: 'Times New Roman',
    range: 'U+0400-052F',
    text: [111, 107],
    large: [108, 104],
    largest: 98.5,
  },
  { family: 'Ledger Noto', font: 'Noto Serif', text: [97, 95.5], large: [93, 90], largest: 86 },
  { family: 'Ledger DejaVu', font: 'DejaVu Serif', text: [92, 86], large: [87, 80.5], largest: 77 },
  { family: 'Armenian Noto', font: 'Noto Serif Armenian', range: armenian, text: [92, 92] },
  { family: 'Armenian DejaVu', font: 'DejaVu Serif', range: armenian, text: [80.5, 75.5] },
];

/** Per cent of the font size: what the serif reaches above its line and below it. */
const [ascent, descent] = [104, 33.7];

const tenths = (value: number): string => String(Math.round(value * 10) / 10);

function face({ family, font, range }: Fallback, isBold: boolean, stretch: string, size: number): string {
  const declarations = [
    `font-family: '${family}'`,
    `src: local('${font}${isBold ? ' Bold' : ''}')`,
    `font-weight: ${isBold ? '600 700' : '400'}`,
    ...(stretch === '' ? [] : [`font-stretch: ${stretch}`]),
    `size-adjust: ${size}%`,
    `ascent-override: ${tenths((100 * ascent) / size)}%`,
    `descent-override: ${tenths((100 * descent) / size)}%`,
    'line-gap-override: 0%',
    ...(range === undefined ? [] : [`unicode-range: ${range}`]),
  ];
  return `@font-face {\n${declarations.map((each) => `  ${each};\n`).join('')}}\n`;
}

/** The style sheet of all of them. */
export const fallbackSheet = fallbacks
  .flatMap((one) => [
    ...one.text.map((size, cut) => face(one, cut === 1, '', size)),
    ...(one.large ?? []).map((size, cut) => face(one, cut === 1, 'semi-condensed', size)),
    ...(one.largest === undefined ? [] : [face(one, true, 'condensed', one.largest)]),
  ])
  .join('');
