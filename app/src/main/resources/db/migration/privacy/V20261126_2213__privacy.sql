-- Pseudonyms: a citizen service number never reaches a table. What stands here is made of it with keys that are not in the
-- database, so that a copy of the database alone tells nobody who is meant.
create schema privacy;

-- Which versions of the master key made the codes below, told by a fingerprint that gives nothing away. The highest is in use.
-- The same for all authorities, since there is one key file per installation.
create table privacy.key_version (
  version int primary key check (version > 0),
  fingerprint bytea not null,
  used_since timestamptz not null
);
grant usage on schema privacy to ${app_role};
grant select, insert on privacy.key_version to ${app_role};

-- A person under one purpose. Facts carry person_id, which is random; only this table leads to it, by a keyed code.
create table privacy.pseudonym (
  authority_id uuid not null,
  purpose text not null,
  code bytea not null,
  person_id uuid not null default gen_random_uuid(),
  -- false: made of a number that belongs to nobody (999999999, a wrong check digit) and so of one occurrence only
  linkable boolean not null,
  -- what the codes of all purposes are made of, encrypted: for linking on a stated ground and for a new key
  sealed bytea not null,
  key_version int not null,
  made_at timestamptz not null,
  primary key (authority_id, purpose, code),
  unique (authority_id, person_id)
);
call tenancy.protect('privacy', 'pseudonym');

-- Two purposes of which persons were linked, why that was allowed, and by whom. Kept for good, also when it has ended.
create table privacy.linking (
  linking_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  left_purpose text not null,
  right_purpose text not null,
  ground text not null check (btrim(ground) <> ''),
  legal_basis text not null check (btrim(legal_basis) <> ''),
  account_id uuid not null,
  person_name text not null,
  made_at timestamptz not null,
  ends_on date not null,
  ended_at timestamptz,
  ended_by text,
  pairs bigint not null,
  unique (authority_id, linking_id),
  check (left_purpose < right_purpose),
  check ((ended_at is null) = (ended_by is null))
);
create index linking_by_time on privacy.linking (authority_id, made_at desc);
call tenancy.protect('privacy', 'linking');
revoke delete, truncate on privacy.linking from ${app_role};

-- The same person under both purposes; gone when the linking ends.
create table privacy.linked_pair (
  linking_id uuid not null,
  authority_id uuid not null,
  left_person uuid not null,
  right_person uuid not null,
  primary key (linking_id, left_person),
  foreign key (authority_id, linking_id) references privacy.linking (authority_id, linking_id)
);
create index linked_pair_left on privacy.linked_pair (authority_id, left_person);
create index linked_pair_right on privacy.linked_pair (authority_id, right_person);
call tenancy.protect('privacy', 'linked_pair');

-- A file with personal data that has to wait: encrypted piece by piece with a key of its own, which is itself encrypted.
create table privacy.sealed_file (
  sealed_file_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  name text not null,
  size bigint not null check (size >= 0),
  -- tells whether the same file came before, keyed
  fingerprint bytea not null,
  wrapped_key bytea not null,
  key_version int not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  unique (authority_id, sealed_file_id)
);
create index sealed_file_expiry on privacy.sealed_file (expires_at);
call tenancy.protect('privacy', 'sealed_file');

create table privacy.sealed_piece (
  sealed_file_id uuid not null,
  number int not null,
  authority_id uuid not null,
  content bytea not null,
  primary key (sealed_file_id, number),
  foreign key (authority_id, sealed_file_id) references privacy.sealed_file (authority_id, sealed_file_id) on delete cascade
);
alter table privacy.sealed_piece alter column content set storage external;
call tenancy.protect('privacy', 'sealed_piece');
