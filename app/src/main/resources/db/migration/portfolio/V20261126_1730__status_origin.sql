-- A light can come out of a progress round: then this says which, and the name is that of who handed it in.
alter table portfolio.status_report add column origin text not null default '';
