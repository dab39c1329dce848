-- What was put right of a buyer at their request (GDPR art. 16), so that neither an import nor a rebuild brings the error back. The
-- values are sealed with the key of the house.
create table correction (
  house          bigint not null references house (id) on delete cascade,
  person         bigint not null,
  field          text not null,    -- a contact of a buyer
  sealed         text not null,    -- what counts, then the values that it replaces
  actor          text not null,
  at             bigint not null,
  primary key (house, person, field)
);

-- Buyers who objected to being counted in figures of people (GDPR art. 21). Keys only. A withdrawal deletes the row; the audit has both.
create table figures_objection (
  house          bigint not null references house (id) on delete cascade,
  person         bigint not null,
  way            text not null,    -- how it was said
  actor          text not null,
  at             bigint not null,
  primary key (house, person)
);

-- Counted up by each change of the two, so that the warehouse can be brought in step after a crash.
create table person_wish_edition (
  house          bigint primary key references house (id) on delete cascade,
  edition        bigint not null
);
