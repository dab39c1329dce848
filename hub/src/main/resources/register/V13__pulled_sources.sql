-- Addresses from which data of a house is pulled. The secret is sealed with the key of the house; what was pulled lies in the archive.
create table pulled_source (
  id             ${identity},
  house          bigint not null references house (id) on delete cascade,
  slug           text not null,
  name           text not null,
  kind           text not null,    -- of the connector
  address        text not null,
  hosts          text not null,    -- that may be asked, parted by blanks
  settings       text not null,    -- what the connector needs besides, as JSON
  secret         text,             -- sealed
  every_minutes  integer not null check (every_minutes > 0),
  added_by       text not null,
  added_at       bigint not null,
  state          text not null,    -- new, taken, unchanged, held or failed
  problem        text,             -- JSON: code and what its sentence needs
  failures       integer not null, -- in a row
  tried_at       bigint,
  succeeded_at   bigint,
  complete_at    bigint,           -- begin of the last pull that asked for everything and was taken
  next_at        bigint not null,
  etag           text,             -- of the answer that was taken last
  last_modified  text,
  digest         text,
  records        bigint,           -- in the last answer that held everything
  run            bigint,
  held_file      text,             -- an answer that waits for a person's word
  held_name      text,
  held_records   bigint,
  unique (house, slug)
);
