-- What a column of an export said of being contacted: by which run, so that it goes when the run is taken back, and on which day the
-- file says it was said.
alter table consent_event add column run bigint;
alter table consent_event add column said_day text;

-- Which sizes of segments a house asked for today: definitions, nobody's name. Those of other days are deleted.
create table segment_question (
  house          bigint not null references house (id) on delete cascade,
  day            text not null,      -- in the zone of the house
  question       text not null,      -- the definition, and the day it was asked of
  primary key (house, day, question)
);
