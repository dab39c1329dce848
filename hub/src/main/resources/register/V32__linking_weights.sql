-- What linking learned from the buyers of a house, sealed with the key of the house: what agreements are worth, which keys bring buyers
-- together, and how often values occur, in place of which numbers stand that nobody makes without the key. It is kept here because the
-- archive does not say when it was learned, and a rebuild shall find the same people.
create table linking_weights (
  house          bigint not null primary key references house (id) on delete cascade,
  tag            text not null,      -- begin of the SHA-256 of what is sealed
  sealed         text not null
);
