-- Shows as people type them here. What is published is a file in the archive, imported by a run; the sheet keeps what is being typed
-- and each published version, so that every one of them can be restored. Nothing of buyers.
create table show_sheet (
  id             ${identity},
  house          bigint not null references house (id) on delete cascade,
  production     bigint,           -- of the warehouse, once it is known
  draft          text,             -- what differs from what files say, null when nothing waits
  dates_given    integer not null default 0,   -- how many dates of its own it ever had
  saved_by       text not null,
  saved_at       bigint not null
);
create index show_sheet_of_house on show_sheet (house, production);

create table show_sheet_version (
  sheet          bigint not null references show_sheet (id) on delete cascade,
  version        integer not null,
  content        text not null,
  run            bigint,           -- of the intake
  actor          text not null,
  at             bigint not null,
  primary key (sheet, version)
);
