/** Keeps an article's ($1) Markdown ($2) and the language it was translated from ($3). */
export const writeForMachines = `
  insert into published_for_machines (article_id, markdown, source_language) values ($1, $2, $3)
  on conflict (article_id) do update set markdown = excluded.markdown, source_language = excluded.source_language`;
