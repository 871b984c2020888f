-- Accounts, the roles they have per authority, invitations and sessions. An account belongs to the authority that made
-- it (its home); only that authority's administrator resets or blocks it. Other authorities can give it roles.
create schema identity;

create table identity.account (
  account_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references organisation.authority,
  email text not null check (email = lower(email) and email like '%_@_%'),
  name text not null check (btrim(name) <> ''),
  password_hash text,
  totp_secret text,
  totp_last_step bigint,
  oidc_issuer text,
  oidc_subject text,
  failed_attempts int not null default 0,
  locked_until timestamptz,
  blocked boolean not null default false,
  installation_manager boolean not null default false,
  created_at timestamptz not null default now(),
  last_sign_in_at timestamptz,
  -- a session signed in before this moment is no longer valid (password changed, account blocked, signed out everywhere)
  sessions_valid_from timestamptz not null default now(),
  version int not null default 1
);
create unique index account_email on identity.account (email);
create unique index account_oidc on identity.account (oidc_issuer, oidc_subject) where oidc_subject is not null;

create table identity.membership (
  account_id uuid not null references identity.account on delete cascade,
  authority_id uuid not null references organisation.authority,
  role text not null,
  partner_id uuid,
  granted_at timestamptz not null default now(),
  granted_by uuid,
  primary key (account_id, authority_id, role),
  foreign key (authority_id, partner_id) references organisation.partner (authority_id, partner_id)
);

create table identity.invitation (
  token_hash bytea primary key,
  authority_id uuid not null references organisation.authority,
  account_id uuid not null references identity.account on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);

call tenancy.protect('identity', 'account');
call tenancy.protect('identity', 'membership');
call tenancy.protect('identity', 'invitation');

-- Besides its home, an account is visible to its owner and to the authorities in which it has a role.
create policy own_or_member on identity.account for select using (
  account_id = (select tenancy.account_id())
  or exists (select from identity.membership m
             where m.account_id = account.account_id and m.authority_id = (select tenancy.authority_id())));
create policy own_change on identity.account for update using (account_id = (select tenancy.account_id()))
  with check (account_id = (select tenancy.account_id()));
create policy own on identity.membership for select using (account_id = (select tenancy.account_id()));

-- Sessions of the web application (Spring Session's own shape); ids are random and only known to the browser.
create table identity.http_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create unique index http_session_ix1 on identity.http_session (session_id);
create index http_session_ix2 on identity.http_session (expiry_time);
create index http_session_ix3 on identity.http_session (principal_name);
create table identity.http_session_attributes (
  session_primary_id char(36) not null references identity.http_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on identity.http_session, identity.http_session_attributes to ${app_role};
