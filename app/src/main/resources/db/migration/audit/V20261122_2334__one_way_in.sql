-- The only way into the log: one statement, on any connection, whoever is at work. The application can no longer insert
-- rows itself, so an entry cannot be given another shape or a number of its own.
create function audit.record(
  in_authority_id uuid, in_occurred_at timestamptz, in_account_id uuid, in_person_name text, in_action text,
  in_subject text, in_object_id text, in_outcome text, in_http_method text, in_path text, in_status int,
  in_client_address text, in_detail text
) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('leercirkel.system', true), '');
begin
  perform set_config('leercirkel.system', 'on', true);
  insert into audit.entry (authority_id, occurred_at, account_id, person_name, action, subject, object_id, outcome,
    http_method, path, status, client_address, detail)
  values (in_authority_id, in_occurred_at, in_account_id, in_person_name, in_action, in_subject, in_object_id,
    in_outcome, in_http_method, in_path, in_status, in_client_address, in_detail);
  perform set_config('leercirkel.system', before, true);
end $$;
revoke insert on audit.entry from ${app_role};
revoke execute on function audit.record from public;
grant execute on function audit.record to ${app_role};
