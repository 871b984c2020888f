-- A file on its way in may be about persons, so it waits encrypted, in the module privacy. A file that waited here when this was
-- installed has to be brought again.
alter table source.import add column sealed_file_id uuid;
drop table source.import_chunk;

-- A date of birth is kept as the year or the age group, and nothing of it besides.
alter table source.field drop constraint field_type_check;
alter table source.field add constraint field_type_check check (type in ('TEXT', 'WHOLE', 'NUMBER', 'PERCENTAGE', 'MONEY',
  'DATE', 'PERIOD', 'YES_NO', 'CODE', 'MUNICIPALITY', 'BSN', 'BIRTH_YEAR', 'AGE_GROUP'));
