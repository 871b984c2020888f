-- Datasets: what they promise, the versions that were stored, and what is on its way in.
create schema source;

create table source.dataset (
  dataset_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  name text not null check (btrim(name) <> ''),
  description text not null,
  -- who answers for it, in the municipality or region
  owner text not null check (btrim(owner) <> ''),
  -- what the figures are used for: without a purpose nothing is kept
  purpose text not null check (btrim(purpose) <> ''),
  supplier text not null,
  agreement text not null,
  refresh text not null check (refresh in ('ONCE', 'YEARLY', 'HALF_YEARLY', 'QUARTERLY', 'MONTHLY', 'WEEKLY', 'DAILY')),
  licence text not null,
  -- what stands below each figure
  source_note text not null,
  -- goes up with each change of the definition; a stored version keeps the one it was checked by
  revision int not null default 1 check (revision > 0),
  -- which column goes into which field, as it was last time
  mapping jsonb not null,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (authority_id, dataset_id)
);
create unique index dataset_name on source.dataset (authority_id, lower(name));
call tenancy.protect('source', 'dataset');

create table source.field (
  authority_id uuid not null,
  dataset_id uuid not null,
  position int not null check (position >= 0),
  name text not null check (btrim(name) <> ''),
  type text not null check (type in ('TEXT', 'WHOLE', 'NUMBER', 'PERCENTAGE', 'MONEY', 'DATE', 'PERIOD', 'YES_NO', 'CODE',
    'MUNICIPALITY', 'BSN')),
  unit text not null,
  decimals int not null check (decimals between 0 and 10),
  required boolean not null,
  is_key boolean not null,
  minimum numeric,
  maximum numeric,
  codes text[] not null,
  -- names of the fields of which this is the sum
  parts text[] not null,
  -- the value that stands for all others together
  total_code text not null,
  -- the dataset in whose key the value must be found
  refers_to uuid,
  why text not null,
  primary key (dataset_id, position),
  foreign key (authority_id, dataset_id) references source.dataset (authority_id, dataset_id) on delete cascade
);
create unique index field_name on source.field (dataset_id, lower(name));
call tenancy.protect('source', 'field');

-- A version is filled while it is STAGED. One statement makes it CURRENT and the one before it REPLACED; that is the only
-- moment at which figures change.
create table source.version (
  version_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  dataset_id uuid not null,
  status text not null check (status in ('STAGED', 'CURRENT', 'REPLACED')),
  number int check (number > 0),
  -- of the file, how it was read, the mapping and the definition: the same again is the same version
  fingerprint text not null,
  file_name text not null,
  file_hash text not null,
  file_size bigint not null check (file_size >= 0),
  definition jsonb not null,
  revision int not null,
  options jsonb not null,
  mapping jsonb not null,
  rows_stored bigint not null default 0 check (rows_stored >= 0),
  rows_refused bigint not null default 0 check (rows_refused >= 0),
  notes text[] not null,
  quality jsonb,
  received_at timestamptz not null,
  received_by text not null,
  stored_at timestamptz,
  stored_by text,
  unique (authority_id, version_id),
  foreign key (authority_id, dataset_id) references source.dataset (authority_id, dataset_id) on delete cascade,
  check ((status = 'STAGED') = (number is null)),
  check ((number is null) = (stored_at is null)),
  check ((stored_at is null) = (stored_by is null))
);
create unique index version_current on source.version (dataset_id) where status = 'CURRENT';
create unique index version_number on source.version (dataset_id, number) where number is not null;
create unique index version_same on source.version (dataset_id, fingerprint) where status <> 'STAGED';
call tenancy.protect('source', 'version');

create table source.line (
  authority_id uuid not null,
  version_id uuid not null,
  -- the row or line in the file
  row_number bigint not null,
  -- the values of the key together; null where the dataset has none
  row_key text,
  -- in the order of the fields of the version's definition
  cells text[] not null,
  primary key (version_id, row_number),
  foreign key (authority_id, version_id) references source.version (authority_id, version_id) on delete cascade
);
create index line_by_key on source.line (version_id, row_key) where row_key is not null;
call tenancy.protect('source', 'line');

-- Rows that were not stored, kept to be mended.
create table source.refused (
  authority_id uuid not null,
  version_id uuid not null,
  row_number bigint not null,
  written text[] not null,
  errors jsonb not null,
  primary key (version_id, row_number),
  foreign key (authority_id, version_id) references source.version (authority_id, version_id) on delete cascade
);
call tenancy.protect('source', 'refused');

-- A file on its way in: from the moment somebody brings it until it is stored or thrown away.
create table source.import (
  import_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  dataset_id uuid not null,
  -- being filled; null until the checking began
  version_id uuid,
  -- the version that was current when the file was looked at; the difference with it was shown
  base_version_id uuid,
  -- the version whose refused rows are mended, where there is no file
  mends_version_id uuid,
  account_id uuid not null,
  person_name text not null,
  file_name text not null,
  file_hash text not null,
  file_size bigint not null check (file_size >= 0),
  options jsonb not null,
  mapping jsonb not null,
  state text not null check (state in ('LOOKED_AT', 'CHECKING', 'CHECKED', 'REFUSED')),
  -- why the file was refused
  message text not null,
  job_id uuid,
  -- up to here the rows are in the staged version; where a check that was broken off goes on
  row_reached bigint not null default 0,
  rows_good bigint not null default 0,
  rows_refused bigint not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (authority_id, import_id),
  foreign key (authority_id, dataset_id) references source.dataset (authority_id, dataset_id) on delete cascade,
  foreign key (authority_id, version_id) references source.version (authority_id, version_id)
);
create index import_of_dataset on source.import (authority_id, dataset_id, created_at);
call tenancy.protect('source', 'import');

create table source.import_chunk (
  import_id uuid not null,
  number int not null,
  authority_id uuid not null,
  content bytea not null,
  primary key (import_id, number),
  foreign key (authority_id, import_id) references source.import (authority_id, import_id) on delete cascade
);
call tenancy.protect('source', 'import_chunk');

-- Which figure rests on which version.
create table source.use (
  authority_id uuid not null,
  version_id uuid not null,
  -- the module that made the figure, and what it calls it
  module text not null,
  object_id text not null,
  title text not null,
  path text not null,
  first_used_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (version_id, module, object_id),
  foreign key (authority_id, version_id) references source.version (authority_id, version_id)
);
call tenancy.protect('source', 'use');

-- A figure that somebody wants to see of a dataset: one field, for some municipalities, through time.
create table source.figure (
  figure_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  dataset_id uuid not null,
  title text not null check (btrim(title) <> ''),
  field text not null,
  municipalities text[] not null,
  created_at timestamptz not null,
  created_by text not null,
  unique (authority_id, figure_id),
  foreign key (authority_id, dataset_id) references source.dataset (authority_id, dataset_id) on delete cascade
);
call tenancy.protect('source', 'figure');
