-- Tenancy: every row belongs to one authority (municipality or youth region). The application connects as a role that
-- does not own the tables and says, per transaction, for which authority and on whose behalf it works. Without that it
-- sees nothing.
create schema tenancy;

do $$
begin
  if not exists (select from pg_roles where rolname = '${app_role}') then
    create role ${app_role} nologin;
  end if;
end $$;

grant usage on schema tenancy to ${app_role};

create function tenancy.authority_id() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('leercirkel.authority', true), '')::uuid $$;

create function tenancy.account_id() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('leercirkel.account', true), '')::uuid $$;

-- Set only by work of the installation itself (signing in, claiming jobs), never by a request for pages.
create function tenancy.is_system() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('leercirkel.system', true), '') = 'on' $$;

-- Rows of one authority: read and written only within that authority.
create procedure tenancy.protect(in_schema text, in_table text) language plpgsql as $$
begin
  execute format('alter table %I.%I enable row level security', in_schema, in_table);
  execute format('alter table %I.%I force row level security', in_schema, in_table);
  execute format('create policy authority on %I.%I using (authority_id = (select tenancy.authority_id()) or (select tenancy.is_system())) '
    'with check (authority_id = (select tenancy.authority_id()) or (select tenancy.is_system()))', in_schema, in_table);
  execute format('grant usage on schema %I to ${app_role}', in_schema);
  execute format('grant select, insert, update, delete on %I.%I to ${app_role}', in_schema, in_table);
end $$;

-- As protect, but a row once written stays as it is: the application can add and read, nothing else.
create procedure tenancy.protect_append_only(in_schema text, in_table text) language plpgsql as $$
begin
  call tenancy.protect(in_schema, in_table);
  execute format('revoke update, delete, truncate on %I.%I from ${app_role}', in_schema, in_table);
end $$;

-- Facts that are the same for everybody (municipalities, code lists): readable by all.
create procedure tenancy.reference_table(in_schema text, in_table text) language plpgsql as $$
begin
  execute format('grant usage on schema %I to ${app_role}', in_schema);
  execute format('grant select on %I.%I to ${app_role}', in_schema, in_table);
end $$;
