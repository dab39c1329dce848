-- What a house decided about its people's data: how long, and who answers for it. Without a row the defaults count.
-- The purposes themselves are data of Foyer (governance/purposes.yaml), since they tell what its code does.
create table protection_terms (
  house              bigint primary key references house (id) on delete cascade,
  contacts_months    integer not null check (contacts_months between 1 and 36),
  quarantine_months  integer not null check (quarantine_months between 1 and 24),
  controller         text,
  contact            text,   -- of the data protection officer, or of who answers people
  hosting            text,   -- where and with whom the data lies
  breach_contact     text,   -- who is called when data got out
  set_by             text not null,
  set_at             bigint not null
);
