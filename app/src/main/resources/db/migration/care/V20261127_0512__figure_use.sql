-- Which figures were made of the messages, and of how many: what the pages of messages show of where they went. A figure is of a law
-- and a year, and rests on all messages of that law.
create table care.figure_use (
  authority_id uuid not null,
  law text not null check (law in ('YOUTH', 'SOCIAL_SUPPORT')),
  year int not null,
  first_made_at timestamptz not null,
  last_made_at timestamptz not null,
  messages bigint not null check (messages >= 0),
  primary key (authority_id, law, year)
);
call tenancy.protect('care', 'figure_use');
