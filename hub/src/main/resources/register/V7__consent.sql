-- What a house asked people to agree to, word for word. A text that changes is a new version; none is ever changed or deleted.
create table consent_wording (
  id             ${identity},
  house          bigint not null references house (id) on delete cascade,
  purpose        text not null,    -- of governance/consents.yaml
  version        integer not null check (version > 0),
  language       text not null,    -- two letters
  words          text not null,
  set_by         text not null,
  set_at         bigint not null,
  unique (house, purpose, version)
);

-- What people said of being contacted, for each purpose and channel; only added to, until the person is erased. Keys of persons
-- only, no names. Which of several counts: docs/decisions/2026-11-28-consent.md.
create table consent_event (
  id             ${identity},      -- in the order in which things were said
  house          bigint not null references house (id) on delete cascade,
  person         bigint not null,
  purpose        text not null,
  channel        text not null,
  said           text not null check (said in ('given', 'withdrawn', 'objected')),
  at             bigint not null,
  actor          text not null,
  way            text not null,    -- how it was said: at the box office, on paper, in a file
  wording        bigint references consent_wording (id),
  until_day      text,             -- last day on which it counts; null when it has no end
  check (said = 'given' or wording is null and until_day is null)
);
create index consent_of_person on consent_event (house, person);
create index consent_of_channel on consent_event (house, purpose, channel);
