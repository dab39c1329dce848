-- What people said of their house's own words; the warehouse holds a copy in its labels. The last word counts, and it
-- stays when the import in which it was said is taken back. A kind that is null means: still to be classified.
create table word (
  house          bigint not null references house (id) on delete cascade,
  field          text not null check (field in ('tariff', 'channel')),
  label          text not null,
  kind           text,
  said_by        text not null,
  said_at        bigint not null,
  settled        smallint not null,   -- 0 until the warehouse is known to hold it
  primary key (house, field, label)
);

-- Words said with an import, which count once it is committed.
alter table intake_run add column words text;
