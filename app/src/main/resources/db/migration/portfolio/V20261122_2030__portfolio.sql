-- The portfolio of an authority: programmes with their lines, and projects with partners, money, results and decisions.
-- Each foreign key carries authority_id, so that a row can never point into another authority.
-- Null means that the source gives no value; it is never a zero.
create schema portfolio;

-- A point in time as precise as the source gives it: year, half-year, quarter, month, day or school year.
create domain portfolio.date_part as text check
  (value ~ '^[0-9]{4}(-H[12]|-Q[1-4]|-[0-9]{2}(-[0-9]{2})?|/[0-9]{4})?$');
create domain portfolio.qualifier as text check
  (value in ('EXACT', 'ABOUT', 'GREATER_THAN', 'AT_LEAST', 'LESS_THAN', 'AT_MOST'));

create table portfolio.programme (
  programme_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null references organisation.authority,
  name text not null check (btrim(name) <> ''),
  kind text not null default '',
  total_budget numeric(14, 2) check (total_budget >= 0),
  total_budget_qualifier portfolio.qualifier not null default 'EXACT',
  period_start portfolio.date_part,
  period_end portfolio.date_part,
  period_run_out portfolio.date_part,
  period_text text not null default '',
  called portfolio.date_part,
  awarded portfolio.date_part,
  evaluated portfolio.date_part,
  reported portfolio.date_part,
  source_key text not null default '',
  source_title text not null default '',
  description text not null default '',
  financing text not null default '',
  criteria text[] not null default '{}',
  questions text[] not null default '{}',
  lessons text[] not null default '{}',
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (authority_id, programme_id)
);
create unique index programme_name on portfolio.programme (authority_id, lower(name));

create table portfolio.line (
  line_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  programme_id uuid not null,
  position int not null,
  name text not null check (btrim(name) <> ''),
  -- what the source says the line as a whole may cost, to hold against the sum of its projects
  budget numeric(14, 2) check (budget >= 0),
  unique (authority_id, programme_id, line_id),
  foreign key (authority_id, programme_id) references portfolio.programme (authority_id, programme_id) on delete cascade
);
create unique index line_name on portfolio.line (authority_id, programme_id, lower(name));

create table portfolio.project (
  project_id uuid primary key default gen_random_uuid(),
  authority_id uuid not null,
  programme_id uuid not null,
  line_id uuid,
  number int check (number > 0),
  name text not null check (btrim(name) <> ''),
  domain text not null default '',
  state text not null,
  period_start portfolio.date_part,
  period_end portfolio.date_part,
  period_run_out portfolio.date_part,
  period_text text not null default '',
  goal text not null default '',
  target_group text not null default '',
  description text not null default '',
  current_state text not null default '',
  embedding text not null default '',
  lessons text not null default '',
  note text not null default '',
  version int not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  unique (authority_id, project_id),
  foreign key (authority_id, programme_id) references portfolio.programme (authority_id, programme_id),
  foreign key (authority_id, programme_id, line_id) references portfolio.line (authority_id, programme_id, line_id)
);
create unique index project_name on portfolio.project (authority_id, programme_id, lower(name));
create index project_by_line on portfolio.project (authority_id, programme_id, line_id);

-- The name stays as the source gives it; partner_id points to the organisation when it is known.
create table portfolio.project_partner (
  authority_id uuid not null,
  project_id uuid not null,
  position int not null,
  partner_id uuid,
  name text not null check (btrim(name) <> ''),
  role text not null,
  primary key (project_id, position),
  foreign key (authority_id, project_id) references portfolio.project (authority_id, project_id) on delete cascade,
  foreign key (authority_id, partner_id) references organisation.partner (authority_id, partner_id)
);
create index project_partner_by_partner on portfolio.project_partner (authority_id, partner_id);

-- basis_factor x basis_amount is how the source arrives at the amount (half of a total, eight times a price).
create table portfolio.funding (
  authority_id uuid not null,
  project_id uuid not null,
  position int not null,
  source_name text not null check (btrim(source_name) <> ''),
  kind text not null,
  period_start portfolio.date_part,
  period_end portfolio.date_part,
  period_run_out portfolio.date_part,
  period_text text not null default '',
  measure text not null,
  amount numeric(14, 2),
  amount_qualifier portfolio.qualifier not null default 'EXACT',
  from_programme_budget boolean not null,
  basis_factor numeric,
  basis_amount numeric(14, 2),
  note text not null default '',
  primary key (project_id, position),
  check ((basis_factor is null) = (basis_amount is null)),
  foreign key (authority_id, project_id) references portfolio.project (authority_id, project_id) on delete cascade
);

create table portfolio.result (
  authority_id uuid not null,
  project_id uuid not null,
  position int not null,
  indicator text not null check (btrim(indicator) <> ''),
  statistic text not null,
  value_number numeric,
  value_high numeric,
  value_qualifier portfolio.qualifier not null default 'EXACT',
  value_text text,
  value_boolean boolean,
  unit text not null default '',
  period_start portfolio.date_part,
  period_end portfolio.date_part,
  period_run_out portfolio.date_part,
  period_text text not null default '',
  measured_at portfolio.date_part,
  previous numeric,
  whole numeric,
  n int check (n >= 0),
  target_number numeric,
  target_high numeric,
  target_qualifier portfolio.qualifier not null default 'EXACT',
  target_text text,
  target_boolean boolean,
  reference_number numeric,
  reference_high numeric,
  reference_qualifier portfolio.qualifier not null default 'EXACT',
  reference_text text,
  reference_boolean boolean,
  -- results with the same breakdown are parts of one whole
  breakdown text not null default '',
  source text not null default '',
  note text not null default '',
  primary key (project_id, position),
  check (num_nonnulls(value_number, value_text, value_boolean) <= 1),
  check (num_nonnulls(target_number, target_text, target_boolean) <= 1),
  check (num_nonnulls(reference_number, reference_text, reference_boolean) <= 1),
  foreign key (authority_id, project_id) references portfolio.project (authority_id, project_id) on delete cascade
);

create table portfolio.decision (
  authority_id uuid not null,
  project_id uuid not null,
  position int not null,
  kind text not null,
  decided_at portfolio.date_part,
  reason text not null default '',
  how text not null default '',
  destination_kind text,
  destination text not null default '',
  follow_up_on date,
  follow_up text not null default '',
  follow_up_done_on date,
  primary key (project_id, position),
  foreign key (authority_id, project_id) references portfolio.project (authority_id, project_id) on delete cascade
);
create index decision_due on portfolio.decision (authority_id, follow_up_on) where follow_up_on is not null and follow_up_done_on is null;

create table portfolio.disruption (
  authority_id uuid not null,
  project_id uuid not null,
  position int not null,
  what text not null check (btrim(what) <> ''),
  period_start portfolio.date_part,
  period_end portfolio.date_part,
  period_run_out portfolio.date_part,
  period_text text not null default '',
  effect text not null default '',
  primary key (project_id, position),
  foreign key (authority_id, project_id) references portfolio.project (authority_id, project_id) on delete cascade
);

-- Each version of a project with what changed. No foreign key to the project: its history outlives it.
create table portfolio.project_history (
  authority_id uuid not null references organisation.authority,
  project_id uuid not null,
  version int not null,
  programme_id uuid not null,
  project_name text not null,
  kind text not null check (kind in ('CREATED', 'CHANGED', 'REMOVED')),
  occurred_at timestamptz not null,
  account_id uuid,
  person_name text not null,
  changes jsonb not null,
  snapshot jsonb not null,
  remark text not null default '',
  primary key (project_id, version)
);
create index project_history_by_programme on portfolio.project_history (authority_id, programme_id, occurred_at desc);

call tenancy.protect('portfolio', 'programme');
call tenancy.protect('portfolio', 'line');
call tenancy.protect('portfolio', 'project');
call tenancy.protect('portfolio', 'project_partner');
call tenancy.protect('portfolio', 'funding');
call tenancy.protect('portfolio', 'result');
call tenancy.protect('portfolio', 'decision');
call tenancy.protect('portfolio', 'disruption');
call tenancy.protect_append_only('portfolio', 'project_history');
