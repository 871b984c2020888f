-- Who signed in, with all roles at all authorities: read for each request, so in one statement that needs no transaction
-- around it to say who asks. A row per role, and one row without a role for somebody who has none.
create function identity.person_at_work(in_account_id uuid)
returns table (
  account_id uuid, home_authority_id uuid, email text, name text, password_hash text, totp_secret text,
  totp_last_step bigint, oidc_issuer text, oidc_subject text, locked_until timestamptz, blocked boolean,
  installation_manager boolean, last_sign_in_at timestamptz, sessions_valid_from timestamptz, version int,
  authority_id uuid, role text, partner_id uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('leercirkel.system', true), '');
begin
  perform set_config('leercirkel.system', 'on', true);
  return query
    select a.account_id, a.authority_id, a.email, a.name, a.password_hash, a.totp_secret, a.totp_last_step,
      a.oidc_issuer, a.oidc_subject, a.locked_until, a.blocked, a.installation_manager, a.last_sign_in_at,
      a.sessions_valid_from, a.version, m.authority_id, m.role, m.partner_id
    from identity.account a left join identity.membership m on m.account_id = a.account_id
    where a.account_id = in_account_id
    order by m.authority_id, m.role;
  perform set_config('leercirkel.system', before, true);
end $$;
revoke execute on function identity.person_at_work from public;
grant execute on function identity.person_at_work to ${app_role};
