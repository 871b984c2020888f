-- Border files that an administrator brought. A file is first looked at (PREVIEW) and then put to use (IN_USE); an authority
-- has at most one of each. Another file is another boundary_id, so that what was drawn from it can be kept by its id.
create table organisation.boundary (
  boundary_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references organisation.authority,
  status text not null check (status in ('PREVIEW', 'IN_USE')),
  topojson text not null,
  municipalities int not null check (municipalities > 0),
  file_name text not null,
  source text not null check (btrim(source) <> ''),
  licence text not null check (btrim(licence) <> ''),
  notices text[] not null,
  loaded_by text not null,     -- name at the time: accounts belong to a higher module
  loaded_at timestamptz not null,
  unique (authority_id, status)
);
call tenancy.protect('organisation', 'boundary');
