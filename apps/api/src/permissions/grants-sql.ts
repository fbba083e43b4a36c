/** The grants of the person under the alias `u`, as the permission rule reads them. */
export const grantsSql = `coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role,
    'sections', coalesce(to_json(g.section_ids), '"any"'), 'regions', coalesce(to_json(g.region_ids), '"any"'),
    'languages', coalesce(to_json(g.languages), '"any"')))
  from "grant" g where g.user_id = u.id), '[]')`;
