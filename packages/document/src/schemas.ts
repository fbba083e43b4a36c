import { getSchema } from '@tiptap/core';
import type { Fragment } from '@broadsheet/types';
import type { Schema } from '@tiptap/pm/model';
import { bodyExtensions, headlineExtensions, standfirstExtensions } from './extensions.ts';

/** The ProseMirror schema of each fragment, made once; needs no DOM. */
export const schemas: Record<Fragment, Schema> = {
  headline: getSchema(headlineExtensions),
  standfirst: getSchema(standfirstExtensions),
  body: getSchema(bodyExtensions),
};
