import type { LinkInfo } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import type { PageLoad } from './$types';

/** The link is shown as it is, dead ones too: `fault` says why. */
export const load: PageLoad = async ({ params }) => {
  const path = `/auth/links/${encodeURIComponent(params.token)}`;
  try {
    return { path, info: await api.get<LinkInfo>(path), fault: null };
  } catch (fault) {
    return { path, info: null, fault };
  }
};
