-- What people said of pairs of buyers: one person, two, or to be decided later. Keys of buyers only, no names. It counts above every
-- weight, and it stays when buyers go and come back with an import. The warehouse holds what follows from it.
create table same_person_decision (
  house          bigint not null references house (id) on delete cascade,
  one            bigint not null,
  other          bigint not null,
  verdict        text not null check (verdict in ('same', 'different', 'later')),
  said_by        text not null,
  said_at        bigint not null,
  primary key (house, one, other),
  check (one < other)
);
