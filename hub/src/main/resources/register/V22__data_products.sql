-- What houses made data products of, as they were published last: terms, and the quality that was measured then. No row of a house.
create table data_product (
  house          bigint not null references house (id) on delete cascade,
  kind           text not null,
  purpose        text not null,
  rhythm         text not null,
  retention_days integer not null,
  offered        boolean not null,  -- to the participants of the data space
  automatic      boolean not null,  -- whether nobody is asked when somebody takes the terms as they are
  version        integer not null,
  measured_on    text not null,     -- day, in the zone of the house
  up_to          text,              -- last day that the data tells of
  row_count      bigint not null,
  completeness   text not null,     -- share of each column that is filled, JSON
  unclassified   double precision,
  bytes          bigint not null,
  sha256         text not null,     -- of the package
  actor          text not null,
  published_at   bigint not null,
  primary key (house, kind)
);
