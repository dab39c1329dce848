-- Requests of people to be forgotten. Keys of persons and digests only: nothing here tells who they were.
create table erasure (
  id             ${identity},
  house          bigint not null references house (id) on delete cascade,
  persons        text not null,
  actor          text not null,
  state          text not null check (state in ('begun', 'done')),
  begun_at       bigint not null,
  ended_at       bigint,
  proof          text
);

-- Keyed digests of what those people were known by, so that no file brings back what was said before they were forgotten.
create table tombstone (
  house          bigint not null references house (id) on delete cascade,
  digest         text not null,
  until_day      text not null,    -- the day of the erasure: what happens later is a new relation
  erasure        bigint not null references erasure (id) on delete cascade,
  primary key (house, digest)
);
