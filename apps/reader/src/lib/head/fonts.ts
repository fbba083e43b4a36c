import type { Language } from '@broadsheet/types';
import armenian from '../../styles/fonts/ledger-armenian.woff2?url';
import core from '../../styles/fonts/ledger-core.woff2?url';
import cyrillic from '../../styles/fonts/ledger-cyrillic.woff2?url';
import latin from '../../styles/fonts/ledger-latin.woff2?url';

const files: Record<Language, readonly string[]> = {
  en: [latin],
  az: [latin],
  ru: [cyrillic],
  hy: [core, armenian],
};

/** The one or two upright files that every page in this language is set in. */
export const fontsOf = (language: Language): readonly string[] => files[language];
