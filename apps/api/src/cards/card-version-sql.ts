/** Raised when cards or icons are drawn differently, so that nobody keeps an old one. */
const design = 1;

const versionOf = (parts: string) => `left(md5(concat_ws(E'\n', '${design}', ${parts})), 12)`;

/** What a card says beside the headline, from `site_settings` under the alias s: the site's name and the section's. */
export const cardWords = {
  site: `s.texts -> p.language ->> 'name'`,
  section: `(select names ->> p.language from section where id = p.section_id)`,
};

/** Version of the card of `published_article` under the alias p: another text, another address. */
export const cardVersion = `(select ${versionOf(`p.headline, ${cardWords.site}, ${cardWords.section}`)} from site_settings s)`;

/** Versions of the icons by language, from `site_settings` under the alias s. */
export const iconVersions = `(select json_object_agg(key, ${versionOf(`value ->> 'name'`)}) from jsonb_each(s.texts))`;
