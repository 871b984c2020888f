-- Which portfolio this is: another mark after each change, whatever changed. Pages that were made of a portfolio can be shown again as
-- long as the mark is the same, on every server and also after a backup was put back, since a mark never comes back for something else.
create table portfolio.revision (
  authority_id uuid primary key,
  mark uuid not null
);
call tenancy.protect('portfolio', 'revision');

-- At the end of the transaction, so that changes by different people do not wait for each other's work; once per transaction.
create function portfolio.changed() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  whose uuid := coalesce(new.authority_id, old.authority_id);
  before text := coalesce(current_setting('leercirkel.system', true), '');
begin
  if current_setting('leercirkel.portfolio_changed', true) = whose::text then
    return null;
  end if;
  perform set_config('leercirkel.system', 'on', true);
  insert into portfolio.revision (authority_id, mark) values (whose, gen_random_uuid())
    on conflict (authority_id) do update set mark = excluded.mark;
  perform set_config('leercirkel.system', before, true);
  perform set_config('leercirkel.portfolio_changed', whose::text, true);
  return null;
end $$;
revoke execute on function portfolio.changed from public;

create procedure portfolio.mark_changes(in_table text) language plpgsql as $$
begin
  execute format('create constraint trigger changed after insert or update or delete on portfolio.%I deferrable initially deferred '
    'for each row execute function portfolio.changed()', in_table);
end $$;

call portfolio.mark_changes('programme');
call portfolio.mark_changes('line');
call portfolio.mark_changes('fund');
call portfolio.mark_changes('fund_share');
call portfolio.mark_changes('action_line');
call portfolio.mark_changes('requirement');
call portfolio.mark_changes('project');
call portfolio.mark_changes('project_partner');
call portfolio.mark_changes('project_area');
call portfolio.mark_changes('project_relation');
call portfolio.mark_changes('funding');
call portfolio.mark_changes('intended_effect');
call portfolio.mark_changes('result');
call portfolio.mark_changes('decision');
call portfolio.mark_changes('disruption');
call portfolio.mark_changes('criterion_lesson');
call portfolio.mark_changes('status_report');

-- What there is already.
insert into portfolio.revision (authority_id, mark)
select authority_id, gen_random_uuid() from (select distinct authority_id from portfolio.programme) known;
