import { z } from 'zod';
import { languages } from './languages.ts';

export const language = z.enum(languages).meta({ id: 'Language' });

/** A text per language of so many characters at most; what is missing in a language is not shown there. */
export const localizedUpTo = (longest: number) =>
  z.partialRecord(language, z.string().trim().min(1).max(longest));
export const localizedText = localizedUpTo(300).meta({ id: 'LocalizedText' });
export type LocalizedText = z.infer<typeof localizedText>;
