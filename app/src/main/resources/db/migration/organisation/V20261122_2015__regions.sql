-- Municipalities and youth regions: facts that are the same for every authority, here so that other tables can refer to
-- them. The rows come from R__organisation_regions.sql, which is generated from the files in resources/organisation.
create schema organisation;

create table organisation.youth_region (
  code text primary key check (code ~ '^JZ[0-9]{2}$'),
  name text not null unique,
  listed_name text not null
);

create table organisation.municipality (
  code text primary key check (code ~ '^[0-9]{4}$'),
  name text not null,
  province text not null,
  -- Of a dissolved municipality: its last one; unknown before the first list of 2015.
  youth_region_code text references organisation.youth_region (code),
  valid_from date,             -- first day; null: before the register began
  valid_to date,               -- last day; null: still exists
  check (valid_to is null or valid_from is null or valid_to >= valid_from),
  check (valid_to is not null or youth_region_code is not null)
);
create index on organisation.municipality (youth_region_code);

call tenancy.reference_table('organisation', 'youth_region');
call tenancy.reference_table('organisation', 'municipality');
