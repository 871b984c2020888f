-- Names the authorities of a person, for the frame of each page: one statement on any connection, whoever is at work.
create function organisation.authorities_named(in_ids uuid[])
returns table (authority_id uuid, kind text, code text, name text, colour text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('leercirkel.system', true), '');
begin
  perform set_config('leercirkel.system', 'on', true);
  return query
    select a.authority_id, a.kind, a.code, a.name, a.colour
    from organisation.authority a where a.authority_id = any (in_ids) order by a.name;
  perform set_config('leercirkel.system', before, true);
end $$;
revoke execute on function organisation.authorities_named from public;
grant execute on function organisation.authorities_named to ${app_role};
