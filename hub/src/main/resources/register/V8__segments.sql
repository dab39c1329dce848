-- Segments that a house keeps under a name, for all its members. The query is read by insight; it names nobody.
create table segment (
  id             ${identity},
  house          bigint not null references house (id) on delete cascade,
  slug           text not null,
  name           text not null,
  query          text not null,
  version        integer not null check (version > 0),
  changed_by     text not null,
  changed_at     bigint not null,
  unique (house, slug)
);
