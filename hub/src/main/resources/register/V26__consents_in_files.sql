-- What a column of an export said of being contacted: by which run, so that it goes when the run is taken back, and on which day the
-- file says it was said.
alter table consent_event add column run bigint;
alter table consent_event add column said_day text;

-- How often a house asked for the size of a segment on a day. Counts only, nobody's name.
create table segment_questions (
  house          bigint not null references house (id) on delete cascade,
  day            text not null,      -- in the zone of the house
  asked          integer not null,
  primary key (house, day)
);
