-- What became of somebody's work and was not seen yet: read for each home page, so one statement on any connection.
create function job.unseen_of(in_authority_id uuid, in_account_id uuid, in_since timestamptz, in_most int)
returns setof job.job
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('leercirkel.system', true), '');
begin
  perform set_config('leercirkel.system', 'on', true);
  return query
    select * from job.job j
    where j.authority_id = in_authority_id and j.account_id = in_account_id and j.status in ('SUCCEEDED', 'FAILED')
      and j.seen_at is null and j.finished_at > in_since
    order by j.finished_at desc
    limit in_most;
  perform set_config('leercirkel.system', before, true);
end $$;
revoke execute on function job.unseen_of from public;
grant execute on function job.unseen_of to ${app_role};
-- Most work has been seen: what has not stands by itself.
create index job_unseen on job.job (authority_id, account_id, finished_at desc)
  where seen_at is null and status in ('SUCCEEDED', 'FAILED');
