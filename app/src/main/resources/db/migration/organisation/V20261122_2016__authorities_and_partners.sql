-- Authorities are the municipalities and youth regions that use this installation; partners are the organisations that
-- an authority works with.
create table organisation.authority (
  authority_id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('MUNICIPALITY', 'YOUTH_REGION')),
  code text not null,
  name text not null,
  colour text not null default '#0b5560' check (colour ~ '^#[0-9a-f]{6}$'),
  created_at timestamptz not null default now(),
  unique (kind, code)
);
call tenancy.protect('organisation', 'authority');
revoke delete on organisation.authority from ${app_role};

create table organisation.partner (
  partner_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references organisation.authority,
  name text not null check (btrim(name) <> ''),
  kind text not null,
  agb_code text check (agb_code ~ '^[0-9]{8}$'),
  website text,
  note text not null default '',
  version int not null default 1,
  ended_on date,
  unique (authority_id, partner_id)
);
create unique index partner_name on organisation.partner (authority_id, lower(name));
call tenancy.protect('organisation', 'partner');
