-- What a house asks of whoever takes its programme, beyond its licence: a list of ODRL constraints, JSON.
alter table dataspace_share add column conditions text;
-- Every handover, and every use here of what was received: what is counted, and who asks later can read it.
create table dataspace_use (
  id             ${identity},
  agreement      text not null,
  transfer       text not null,
  side           text not null,    -- of this node: provider or consumer
  purpose        text,             -- as it was told; null for a handover
  used_at        bigint not null
);
create index dataspace_use_agreement on dataspace_use (agreement);
-- The key that a participant will sign with next: both count while it is there.
alter table dataspace_participant add column next_key text;
-- When something that it signed was last taken.
alter table dataspace_participant add column seen_at bigint;
